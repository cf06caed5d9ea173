package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Binds expressions to row types. */
public final class Evaluators {
  private Evaluators() {}

  /**
   * Resolves the expression's columns against the row type, once.
   *
   * @throws IllegalArgumentException naming a column that the row type lacks
   */
  public static Evaluator bind(Expr expr, RowType rowType) {
    if (expr instanceof Expr.Literal literal) {
      return literal(literal.type(), literal.value());
    }
    if (expr instanceof Expr.Column column) {
      return new ColumnEvaluator(column, rowType.require(column.name()));
    }
    if (expr instanceof Expr.Call call) {
      return folded(call, bindAll(call.args(), rowType));
    }
    if (expr instanceof Expr.Struct struct) {
      return struct(struct.type(), bindAll(struct.values(), rowType));
    }
    Expr.FieldOf field = (Expr.FieldOf) expr;
    Evaluator struct = bind(field.struct(), rowType);
    int position = ((Type.StructType) struct.type()).indexOf(field.field());
    return field(field.type(), position, struct);
  }

  /**
   * As {@link #bind}, for many rows: the expression becomes a class of its own, where that gains
   * anything. To make it takes a fraction of a millisecond, the first in a JVM some fifty of them.
   *
   * @throws IllegalArgumentException naming a column that the row type lacks
   */
  public static Evaluator compile(Expr expr, RowType rowType) {
    return expr instanceof Expr.Literal ? bind(expr, rowType) : ExprCompiler.compile(expr, rowType);
  }

  static boolean isLiteral(Evaluator evaluator) {
    return evaluator instanceof LiteralEvaluator;
  }

  static Evaluator literal(Type type, Object value) {
    return new LiteralEvaluator(type, value);
  }

  static Evaluator struct(Type type, Evaluator[] values) {
    return new StructEvaluator(type, values);
  }

  static Evaluator field(Type type, int position, Evaluator struct) {
    return new FieldEvaluator(type, position, struct);
  }

  /** A call of constants is one: it is evaluated here, and never again. */
  private static Evaluator folded(Expr.Call call, Evaluator[] args) {
    Evaluator bound = CallEvaluators.bind(call, args);
    return Arrays.stream(args).allMatch(LiteralEvaluator.class::isInstance)
        ? literal(call.type(), bound.value(null))
        : bound;
  }

  private static Evaluator[] bindAll(List<Expr> args, RowType rowType) {
    // A loop: a stream would take several times the stack for each level.
    Evaluator[] bound = new Evaluator[args.size()];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = bind(args.get(i), rowType);
    }
    return bound;
  }

  private static final class LiteralEvaluator extends Evaluator {
    private final boolean present;

    LiteralEvaluator(Type type, Object value) {
      super(type);
      present = putBoxed(value);
    }

    @Override
    public boolean evaluate(Row row) {
      return present;
    }
  }

  private static final class ColumnEvaluator extends Evaluator {
    private final int column;
    private final Type.Storage storage;

    ColumnEvaluator(Expr.Column expr, int column) {
      super(expr.type());
      this.column = column;
      this.storage = expr.type().storage();
    }

    @Override
    public boolean evaluate(Row row) {
      if (row.isNull(column)) {
        return false;
      }
      switch (storage) {
        case LONG -> longResult = row.getLong(column);
        case DOUBLE -> doubleResult = row.getDouble(column);
        case REF -> refResult = row.getRef(column);
      }
      return true;
    }
  }

  private static final class StructEvaluator extends Evaluator {
    private final Evaluator[] values;

    StructEvaluator(Type type, Evaluator[] values) {
      super(type);
      this.values = values;
    }

    @Override
    public boolean evaluate(Row row) {
      List<Object> fields = new ArrayList<>(values.length);
      for (Evaluator value : values) {
        fields.add(value.value(row));
      }
      refResult = Collections.unmodifiableList(fields);
      return true;
    }
  }

  private static final class FieldEvaluator extends Evaluator {
    private final Evaluator struct;
    private final int position;

    FieldEvaluator(Type type, int position, Evaluator struct) {
      super(type);
      this.struct = struct;
      this.position = position;
    }

    @Override
    public boolean evaluate(Row row) {
      return struct.evaluate(row) && putBoxed(((List<?>) struct.refResult).get(position));
    }
  }
}
