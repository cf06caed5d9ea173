package dev.arabica.core.expr;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Values as models take them: positions, buckets, hashes. */
final class EncodingCalls {
  private EncodingCalls() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    Type type = call.type();
    return switch (call.function()) {
      case ONE_HOT -> oneHot((Type.VectorType) type, args);
      case BUCKETIZE -> bucketize(type, args);
      case HASH64 -> {
        Hash hash = hash(args[0].type());
        yield new StrictEvaluator(type, args, (a, out) -> out.putLong(hash.of(a[0])));
      }
      case HASH_BUCKET -> hashBucket(type, args);
      default -> throw CallEvaluators.misplaced(call);
    };
  }

  private static Evaluator oneHot(Type.VectorType type, Evaluator[] args) {
    Type common = common(args);
    Evaluator[] options = constants(args, common);
    return new StrictEvaluator(
        type,
        new Evaluator[] {Widening.comparable(args[0], common)},
        (a, out) -> {
          float[] vector = new float[options.length];
          for (int i = 0; i < vector.length; i++) {
            vector[i] = LogicEvaluators.order(common, a[0], options[i]) == 0 ? 1 : 0;
          }
          return out.putRef(vector);
        });
  }

  private static Evaluator bucketize(Type type, Evaluator[] args) {
    Type common = common(args);
    Evaluator[] edges = constants(args, common);
    return new StrictEvaluator(
        type,
        new Evaluator[] {Widening.comparable(args[0], common)},
        switch (common.storage()) {
          case LONG -> countLongs(edges);
          case DOUBLE -> countDoubles(edges);
          case REF -> countDecimals(edges);
        });
  }

  private static Type common(Evaluator[] args) {
    return CommonType.of(Arrays.stream(args).map(Evaluator::type).toList());
  }

  /** All arguments but the first, evaluated for good. */
  private static Evaluator[] constants(Evaluator[] args, Type common) {
    Evaluator[] constants = new Evaluator[args.length - 1];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = Widening.comparable(args[i + 1], common);
      constants[i].evaluate(null);
    }
    return constants;
  }

  private static StrictEvaluator.Body countLongs(Evaluator[] edges) {
    long[] values = Arrays.stream(edges).mapToLong(Evaluator::longResult).toArray();
    return (a, out) -> {
      int count = 0;
      for (long edge : values) {
        count += edge <= a[0].longResult ? 1 : 0;
      }
      return out.putLong(count);
    };
  }

  private static StrictEvaluator.Body countDoubles(Evaluator[] edges) {
    double[] values = Arrays.stream(edges).mapToDouble(Evaluator::doubleResult).toArray();
    return (a, out) -> {
      int count = 0;
      for (double edge : values) {
        count += edge <= a[0].doubleResult ? 1 : 0;
      }
      return !Double.isNaN(a[0].doubleResult) && out.putLong(count);
    };
  }

  private static StrictEvaluator.Body countDecimals(Evaluator[] edges) {
    BigDecimal[] values = Arrays.stream(edges).map(Decimals::value).toArray(BigDecimal[]::new);
    return (a, out) -> {
      int count = 0;
      for (BigDecimal edge : values) {
        count += edge.compareTo(Decimals.value(a[0])) <= 0 ? 1 : 0;
      }
      return out.putLong(count);
    };
  }

  private static Evaluator hashBucket(Type type, Evaluator[] args) {
    Hash hash = hash(args[0].type());
    return new StrictEvaluator(
        type,
        args,
        (a, out) ->
            a[1].longResult > 0
                && out.putLong(Long.remainderUnsigned(hash.of(a[0]), a[1].longResult)));
  }

  /** A hash of what an expression last gave. */
  private interface Hash {
    long of(Evaluator value);
  }

  private static Hash hash(Type type) {
    if (type == Type.STRING) {
      return value -> hash(((String) value.refResult).getBytes(StandardCharsets.UTF_8));
    }
    if (type == Type.BYTES) {
      return value -> hash((byte[]) value.refResult);
    }
    ByteWriter bytes = new ByteWriter();
    return value -> {
      ValueCodec.write(bytes.reset(), type, value.boxed());
      return Hashing.xxh3_64().hashBytesToLong(bytes.array(), 0, bytes.size());
    };
  }

  private static long hash(byte[] bytes) {
    return Hashing.xxh3_64().hashBytesToLong(bytes);
  }
}
