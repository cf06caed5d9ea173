package dev.arabica.intake;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.SourcePlan.SourceField;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Optional;

/** A source with a field of every type. */
final class Sources {
  static final Type.StructType ITEM =
      new Type.StructType(
          List.of(
              new Type.Field("name", Type.STRING, false),
              new Type.Field("price", Type.FLOAT64, true)));

  private Sources() {}

  static SourcePlan plain() {
    return with(Optional.empty());
  }

  static SourcePlan deduplicated(String... key) {
    List<Expr> columns =
        java.util.Arrays.stream(key).map(name -> (Expr) new Expr.Column(name, type(name))).toList();
    return with(Optional.of(new SourcePlan.Dedup(columns, Instants.MICROS_PER_HOUR)));
  }

  /** The time is a field that may be null. */
  static SourcePlan timedByNullable() {
    return new SourcePlan(
        "shop.events",
        Optional.empty(),
        "shop.events",
        fields(),
        new Expr.Column("at", Type.TIMESTAMP),
        0,
        0,
        5 * Instants.MICROS_PER_MINUTE,
        Optional.empty());
  }

  private static SourcePlan with(Optional<SourcePlan.Dedup> dedup) {
    return new SourcePlan(
        "shop.events",
        Optional.of("events"),
        "shop.events",
        fields(),
        new Expr.Column("ts", Type.TIMESTAMP),
        0,
        0,
        5 * Instants.MICROS_PER_MINUTE,
        dedup);
  }

  private static List<SourceField> fields() {
    return List.of(
        field("id", Type.INT64, false),
        new SourceField("ts", Type.TIMESTAMP, false, TimeEncoding.MILLIS),
        field("user", Type.STRING, true),
        field("n", Type.INT32, true),
        field("x", Type.FLOAT64, true),
        field("f", Type.FLOAT32, true),
        field("ok", Type.BOOL, true),
        field("at", Type.TIMESTAMP, true),
        new SourceField("secs", Type.TIMESTAMP, true, TimeEncoding.SECONDS),
        new SourceField("micros", Type.TIMESTAMP, true, TimeEncoding.MICROS),
        field("day", Type.DATE, true),
        field("raw", Type.BYTES, true),
        field("tags", new Type.ListType(Type.STRING), true),
        field("item", ITEM, true));
  }

  private static SourceField field(String name, Type type, boolean nullable) {
    return new SourceField(name, type, nullable, TimeEncoding.ISO);
  }

  private static Type type(String name) {
    return fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow().type();
  }
}
