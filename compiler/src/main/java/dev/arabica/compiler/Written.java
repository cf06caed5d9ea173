package dev.arabica.compiler;

import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.FloatExpr;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.ListExpr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.StringExpr;
import dev.arabica.dsl.ast.StructExpr;
import dev.arabica.dsl.ast.UnaryExpr;
import dev.arabica.intake.CsvField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of a known type as tests write them: literals, lists, structs, and expressions that name
 * no column. A date is a string, a vector a list of numbers; a map is a struct if its keys are
 * names, otherwise a list of {@code { key, value }}.
 */
final class Written {
  private static final RowType NO_COLUMNS = new RowType(List.of());

  private final Inlining inlining;
  private final Damage damage;
  private final Findings findings;

  Written(Inlining inlining, Damage damage, Findings findings) {
    this.inlining = inlining;
    this.damage = damage;
    this.findings = findings;
  }

  /**
   * The value; absent after an error, which is reported where it stands.
   *
   * @param what has the type, as a sentence names it
   */
  Optional<Expr.Literal> of(String what, dev.arabica.dsl.ast.Expr written, Type type) {
    Optional<Expr.Literal> literal = Literals.valueOf(written, type);
    if (literal.isPresent()) {
      return literal;
    }
    if (written instanceof ListExpr list) {
      return list(what, list, type);
    }
    if (written instanceof StructExpr struct) {
      return struct(what, struct, type);
    }
    Optional<String> text = text(written, type);
    if (text.isPresent()) {
      CsvField.Read read = CsvField.read(text.get(), type, TimeEncoding.ISO, "");
      return read.problem().isEmpty()
          ? Optional.of(new Expr.Literal(type, read.value()))
          : unfit(what, written.span(), type);
    }
    return written instanceof LiteralExpr
        ? unfit(what, written.span(), type)
        : computed(what, written, type);
  }

  /** What stands in a CSV file for a value that has no literal of its own. */
  private static Optional<String> text(dev.arabica.dsl.ast.Expr written, Type type) {
    if (written instanceof StringExpr text && (type == Type.DATE || type == Type.BYTES)) {
      return Optional.of(text.value());
    }
    if (!(type instanceof Type.DecimalType)) {
      return Optional.empty();
    }
    boolean isNegative =
        written instanceof UnaryExpr unary && unary.operator() == UnaryExpr.Operator.NEGATE;
    dev.arabica.dsl.ast.Expr number = isNegative ? ((UnaryExpr) written).operand() : written;
    return number instanceof IntExpr || number instanceof FloatExpr
        ? Optional.of((isNegative ? "-" : "") + number.span().text().replace("_", ""))
        : Optional.empty();
  }

  private Optional<Expr.Literal> computed(
      String what, dev.arabica.dsl.ast.Expr written, Type type) {
    ExprChecker exprs = new ExprChecker(Scope.in(written.span(), damage), inlining, findings);
    Optional<Expr> expr = exprs.check(written);
    if (expr.isEmpty()) {
      return Optional.empty();
    }
    Type own = expr.get().type();
    Object value = Evaluators.bind(expr.get(), NO_COLUMNS).value(new Row(NO_COLUMNS));
    if (value == null || own.equals(type)) {
      return Optional.of(new Expr.Literal(type, value));
    }
    Optional<Object> fitted = fitted(value, own, type);
    return fitted.isPresent()
        ? fitted.map(v -> new Expr.Literal(type, v))
        : unfit(what, written.span(), type);
  }

  /** A number as one of another type, where nothing of it is lost. */
  private static Optional<Object> fitted(Object value, Type own, Type type) {
    if (own.isInteger() && type.isInteger()) {
      long number = (Long) value;
      return type == Type.INT64 || number == (int) number ? Optional.of(value) : Optional.empty();
    }
    if (type.isFloat() && (own.isInteger() || own.isFloat())) {
      double number = ((Number) value).doubleValue();
      return Optional.of(type == Type.FLOAT32 ? (double) (float) number : number);
    }
    return Optional.empty();
  }

  private Optional<Expr.Literal> list(String what, ListExpr list, Type type) {
    if (type instanceof Type.ListType listType) {
      return elements(list, listType.element())
          .map(values -> new Expr.Literal(type, Collections.unmodifiableList(values)));
    }
    if (type instanceof Type.VectorType vector) {
      return vector(what, list, vector);
    }
    return type instanceof Type.MapType map ? entries(list, map) : unfit(what, list.span(), type);
  }

  private Optional<List<Object>> elements(ListExpr list, Type type) {
    List<Object> values = new ArrayList<>();
    for (dev.arabica.dsl.ast.Expr element : list.elements()) {
      of("an element", element, type).ifPresent(value -> values.add(value.value()));
    }
    return values.size() == list.elements().size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<Expr.Literal> vector(String what, ListExpr list, Type.VectorType type) {
    Optional<List<Object>> values = elements(list, Type.FLOAT32);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (values.get().size() != type.dimension() || values.get().contains(null)) {
      return unfit(what, list.span(), type);
    }
    float[] vector = new float[type.dimension()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = ((Double) values.get().get(i)).floatValue();
    }
    return Optional.of(new Expr.Literal(type, vector));
  }

  private Optional<Expr.Literal> entries(ListExpr list, Type.MapType type) {
    Type.StructType entry =
        new Type.StructType(
            List.of(
                new Type.Field("key", type.key(), false),
                new Type.Field("value", type.value(), true)));
    return elements(list, entry)
        .map(
            values -> {
              Map<Object, Object> map = new LinkedHashMap<>();
              values.forEach(value -> map.put(((List<?>) value).get(0), ((List<?>) value).get(1)));
              return new Expr.Literal(type, Values.map(type, map));
            });
  }

  private Optional<Expr.Literal> struct(String what, StructExpr struct, Type type) {
    if (type instanceof Type.StructType structType) {
      return struct(what, struct, structType);
    }
    if (!(type instanceof Type.MapType map) || map.key() != Type.STRING) {
      return unfit(what, struct.span(), type);
    }
    Map<Object, Object> values = new LinkedHashMap<>();
    for (StructExpr.Field field : struct.fields()) {
      String key = field.name().text();
      of("a value", field.value(), map.value()).ifPresent(v -> values.put(key, v.value()));
    }
    return values.size() == struct.fields().size()
        ? Optional.of(new Expr.Literal(type, Values.map(map, values)))
        : Optional.empty();
  }

  private Optional<Expr.Literal> struct(String what, StructExpr struct, Type.StructType type) {
    Object[] values = new Object[type.fields().size()];
    boolean[] given = new boolean[values.length];
    int fitting = 0;
    for (StructExpr.Field field : struct.fields()) {
      int at = type.indexOf(field.name().text());
      if (at < 0 || given[at]) {
        return unfit(what, struct.span(), type);
      }
      given[at] = true;
      String part = "field `" + field.name().text() + "`";
      Optional<Expr.Literal> value = of(part, field.value(), type.fields().get(at).type());
      if (value.isPresent()) {
        values[at] = value.get().value();
        fitting++;
      }
    }
    if (struct.fields().size() < values.length) {
      return unfit(what, struct.span(), type);
    }
    return fitting == values.length
        ? Optional.of(new Expr.Literal(type, Collections.unmodifiableList(Arrays.asList(values))))
        : Optional.empty();
  }

  private Optional<Expr.Literal> unfit(String what, Span span, Type type) {
    findings.error(
        CompilerCodes.BAD_EXPECTATION,
        span,
        "%s is of type %s, and `%s` is not".formatted(what, type, span.text()));
    return Optional.empty();
  }
}
