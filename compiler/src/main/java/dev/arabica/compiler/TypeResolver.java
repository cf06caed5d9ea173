package dev.arabica.compiler;

import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
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

  private Optional<Type> resolve(TypeRef ref) {
    if (ref instanceof TypeRef.ListOf list) {
      return resolve(list.element()).map(Type.ListType::new);
    }
    if (ref instanceof TypeRef.StructOf struct) {
      return struct(struct);
    }
    TypeRef.Scalar scalar = (TypeRef.Scalar) ref;
    if (scalar.unit().isPresent()) {
      findings.error(
          CompilerCodes.UNKNOWN_TYPE,
          scalar.span(),
          "`" + scalar.span().text() + "` cannot stand inside another type",
          "inside lists and structs a timestamp is ISO-8601 text: `timestamp`");
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
