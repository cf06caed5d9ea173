package dev.arabica.compiler;

import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FieldDecl;
import dev.arabica.dsl.ast.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private final Findings findings;

  TypeResolver(Findings findings) {
    this.findings = findings;
  }

  Optional<Type> resolve(TypeRef ref) {
    if (ref instanceof TypeRef.ListOf list) {
      return resolve(list.element()).map(Type.ListType::new);
    }
    if (ref instanceof TypeRef.StructOf struct) {
      return resolve(struct);
    }
    return resolve((TypeRef.Scalar) ref);
  }

  /** How a timestamp field stands in the input. */
  TimeEncoding encoding(TypeRef ref) {
    if (!(ref instanceof TypeRef.Scalar scalar) || scalar.unit().isEmpty()) {
      return TimeEncoding.ISO;
    }
    String unit = scalar.unit().get().text();
    if (!scalar.name().text().equals("timestamp") || !UNITS.containsKey(unit)) {
      findings.error(
          CompilerCodes.UNKNOWN_TYPE,
          scalar.span(),
          "there is no type `" + scalar.span().text() + "`",
          "units belong to timestamps: `timestamp(s)`, `timestamp(ms)` or `timestamp(us)` since the epoch");
      return TimeEncoding.ISO;
    }
    return UNITS.get(unit);
  }

  private Optional<Type> resolve(TypeRef.Scalar ref) {
    String name = ref.name().text();
    Type type = SCALARS.get(name);
    if (type == null) {
      findings.error(
          CompilerCodes.UNKNOWN_TYPE,
          ref.name().span(),
          "there is no type `" + name + "`",
          Suggestions.hint(name, SCALARS.keySet())
              .or(() -> Optional.of("the types are " + Findings.listing(SCALARS.keySet()))));
    }
    return Optional.ofNullable(type);
  }

  private Optional<Type> resolve(TypeRef.StructOf ref) {
    List<Type.Field> fields = new ArrayList<>();
    for (FieldDecl field : ref.fields()) {
      resolve(field.type())
          .ifPresent(
              type ->
                  fields.add(new Type.Field(field.name().text(), type, field.type().nullable())));
    }
    return fields.size() == ref.fields().size()
        ? Optional.of(new Type.StructType(fields))
        : Optional.empty();
  }
}
