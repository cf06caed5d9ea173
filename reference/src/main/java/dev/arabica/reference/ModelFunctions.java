package dev.arabica.reference;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What models are fed with: encodings, hashes, products of vectors. */
final class ModelFunctions {
  private ModelFunctions() {}

  static Object apply(Expr.Call call, List<Object> args) {
    Object a = args.get(0);
    return switch (call.function()) {
      case DOT -> Numbers.finite(dot(a, args.get(1)));
      case NORM -> Numbers.finite(Math.sqrt(dot(a, a)));
      case COSINE ->
          Numbers.finite(
              dot(a, args.get(1))
                  / (Math.sqrt(dot(a, a)) * Math.sqrt(dot(args.get(1), args.get(1)))));
      case ONE_HOT -> oneHot(together(args));
      case BUCKETIZE -> bucket(together(args));
      case HASH64 -> hash(call.args().get(0).type(), a);
      default -> bucketOf(hash(call.args().get(0).type(), a), (Long) args.get(1));
    };
  }

  private static double dot(Object a, Object b) {
    double sum = 0;
    for (int i = 0; i < ((float[]) a).length; i++) {
      double x = ((float[]) a)[i];
      double y = ((float[]) b)[i];
      sum = sum + x * y;
    }
    return sum;
  }

  /** As floats, if one of them is. */
  private static List<Object> together(List<Object> args) {
    return args.stream().noneMatch(Double.class::isInstance)
        ? args
        : args.stream().map(arg -> (Object) Numbers.real(arg)).toList();
  }

  private static Object oneHot(List<Object> args) {
    float[] vector = new float[args.size() - 1];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Order.compare(args.get(0), args.get(i + 1)) == 0 ? 1.0f : 0.0f;
    }
    return vector;
  }

  private static Object bucket(List<Object> args) {
    if (Double.valueOf(Double.NaN).equals(args.get(0))) {
      return null;
    }
    return args.stream().skip(1).filter(edge -> Order.compare(edge, args.get(0)) <= 0).count();
  }

  private static long hash(Type type, Object value) {
    byte[] bytes =
        value instanceof String text
            ? text.getBytes(StandardCharsets.UTF_8)
            : value instanceof byte[] raw ? raw : CanonicalBytes.of(type, value);
    return Hashing.xxh3_64().hashBytesToLong(bytes);
  }

  private static Object bucketOf(long hash, long buckets) {
    if (buckets <= 0) {
      return null;
    }
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(hash));
    return unsigned.mod(BigInteger.valueOf(buckets)).longValueExact();
  }
}
