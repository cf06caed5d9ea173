package dev.arabica.compiler;

import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FieldDecl;
import dev.arabica.dsl.ast.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From types as written to types. */
final class TypeResolver {
  private static final Map<String, Type> SCALARS = new LinkedHashMap<>();
  private static final Map<String, TimeEncoding> UNITS =
      Map.of("s", TimeEncoding.SECONDS, "ms", TimeEncoding.MILLIS, "us", TimeEncoding.MICROS);

  static {
    for (Type type :
        List.of(
            Type.STRING,
            Type.BOOL,
            Type.INT32,
            Type.INT64,
            Type.FLOAT32,
            Type.FLOAT64,
            Type.TIMESTAMP,
            Type.DATE,
            Type.BYTES)) {
      SCALARS.put(type.toString(), type);
    }
  }

  private final Damage damage;
  private final Findings findings;

  TypeResolver(Damage damage, Findings findings) {
    this.damage = damage;
    this.findings = findings;
  }

  /**
   * The type of a field.
   *
   * @param encoding how a timestamp stands in the input
   */
  record FieldType(Type type, TimeEncoding encoding) {}

  /** The type of a source's field; absent after an error. */
  Optional<FieldType> field(TypeRef ref) {
    if (!(ref instanceof TypeRef.Scalar scalar) || scalar.unit().isEmpty()) {
      return resolve(ref).map(type -> new FieldType(type, TimeEncoding.ISO));
    }
    Optional<Type> type = scalar(scalar);
    TimeEncoding encoding = UNITS.get(scalar.unit().get().text());
    if (type.isPresent() && (type.get() != Type.TIMESTAMP || encoding == null)) {
      findings.error(
          CompilerCodes.UNKNOWN_TYPE,
          scalar.span(),
          "there is no type `" + scalar.span().text() + "`",
          "a time since the epoch is `timestamp(s)`, `timestamp(ms)` or `timestamp(us)`");
      return Optional.empty();
    }
    return type.map(t -> new FieldType(t, encoding));
  }

  /** A type that stands by itself or in another; absent after an error. */
  Optional<Type> resolve(TypeRef ref) {
    if (ref instanceof TypeRef.ListOf list) {
      return resolve(list.element()).map(Type.ListType::new);
    }
    if (ref instanceof TypeRef.StructOf struct) {
      return struct(struct);
    }
    if (ref instanceof TypeRef.MapOf map) {
      return map(map);
    }
    if (ref instanceof TypeRef.DecimalOf decimal) {
      return decimal(decimal);
    }
    if (ref instanceof TypeRef.VectorOf vector) {
      return vector(vector);
    }
    TypeRef.Scalar scalar = (TypeRef.Scalar) ref;
    if (scalar.unit().isPresent()) {
      findings.error(
          CompilerCodes.UNKNOWN_TYPE,
          scalar.span(),
          "`" + scalar.span().text() + "` cannot stand inside another type",
          "inside lists, maps and structs a timestamp is ISO-8601 text: `timestamp`");
      return Optional.empty();
    }
    return scalar(scalar);
  }

  private Optional<Type> scalar(TypeRef.Scalar ref) {
    String name = ref.name().text();
    Type type = SCALARS.get(name);
    if (type == null) {
      findings.error(
          CompilerCodes.UNKNOWN_TYPE,
          ref.name().span(),
          "there is no type `" + name + "`",
          () ->
              Suggestions.hint(name, SCALARS.keySet())
                  .or(() -> Optional.of("the types are " + Findings.listing(SCALARS.keySet()))));
    }
    return Optional.ofNullable(type);
  }

  private Optional<Type> map(TypeRef.MapOf ref) {
    Optional<Type> key = resolve(ref.key());
    Optional<Type> value = resolve(ref.value());
    if (key.isPresent() && (!Type.MapType.canBeKey(key.get()) || ref.key().nullable())) {
      return wrong(
          ref.key().span(),
          "a map cannot have keys of type " + key.get() + (ref.key().nullable() ? "?" : ""),
          "keys of maps are strings, integers, bools and dates, and never null");
    }
    return key.flatMap(k -> value.map(v -> new Type.MapType(k, v)));
  }

  private Optional<Type> decimal(TypeRef.DecimalOf ref) {
    long precision = ref.precision().value();
    long scale = ref.scale().value();
    if (precision < 1 || precision > Type.DecimalType.MOST_DIGITS) {
      return wrong(
          ref.precision().span(),
          "a decimal has 1 to " + Type.DecimalType.MOST_DIGITS + " digits, not " + precision,
          "`decimal(18, 2)` has 18 digits, 2 of them after the point");
    }
    if (scale < 0 || scale > precision) {
      return wrong(
          ref.scale().span(),
          "a decimal of " + precision + " digits cannot have " + scale + " after the point",
          "`decimal(18, 2)` has 18 digits, 2 of them after the point");
    }
    return Optional.of(new Type.DecimalType((int) precision, (int) scale));
  }

  private Optional<Type> vector(TypeRef.VectorOf ref) {
    Optional<Type> element = resolve(ref.element());
    long dimension = ref.dimension().value();
    if (dimension < 1 || dimension > Type.VectorType.MOST_VALUES) {
      return wrong(
          ref.dimension().span(),
          "a vector has 1 to " + Type.VectorType.MOST_VALUES + " values, not " + dimension,
          "a list has any number of values");
    }
    if (element.isPresent() && (element.get() != Type.FLOAT32 || ref.element().nullable())) {
      return wrong(
          ref.element().span(),
          "the values of a vector are `float32`, and never null",
          "a list has values of any type");
    }
    return element.map(e -> new Type.VectorType((int) dimension));
  }

  private Optional<Type> wrong(Span span, String message, String hint) {
    findings.error(CompilerCodes.UNKNOWN_TYPE, span, message, hint);
    return Optional.empty();
  }

  private Optional<Type> struct(TypeRef.StructOf ref) {
    List<Type.Field> fields = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (FieldDecl field : ref.fields()) {
      String name = field.name().text();
      Optional<Type> type = resolve(field.type());
      if (seen.add(name)) {
        type.ifPresent(t -> fields.add(new Type.Field(name, t, field.type().nullable())));
      } else {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            field.name().span(),
            "field `" + name + "` is declared twice");
      }
    }
    if (ref.fields().isEmpty() && !damage.isIn(ref.span())) {
      findings.error(CompilerCodes.UNKNOWN_TYPE, ref.span(), "a struct has at least one field");
    }
    return !fields.isEmpty() && fields.size() == ref.fields().size()
        ? Optional.of(new Type.StructType(fields))
        : Optional.empty();
  }
}
