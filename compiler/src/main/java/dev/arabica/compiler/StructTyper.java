package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FieldExpr;
import dev.arabica.dsl.ast.StructExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Types structs and their fields. */
final class StructTyper {
  private final ExprTyper exprs;
  private final Findings findings;

  StructTyper(ExprTyper exprs, Findings findings) {
    this.exprs = exprs;
    this.findings = findings;
  }

  /** A struct from its fields. */
  Optional<Expr> struct(StructExpr struct) {
    List<String> names = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (StructExpr.Field field : struct.fields()) {
      Optional<Expr> value = structField(field, seen.add(field.name().text()));
      value.ifPresent(v -> names.add(field.name().text()));
      value.ifPresent(values::add);
    }
    return names.size() == struct.fields().size() && !exprs.isTooLarge()
        ? Optional.of(new Expr.Struct(names, values))
        : Optional.empty();
  }

  private Optional<Expr> structField(StructExpr.Field field, boolean first) {
    Optional<Expr> value = exprs.type(field.value());
    if (!first) {
      return error(
          CompilerCodes.DECLARED_TWICE,
          field.name().span(),
          "field `" + field.name().text() + "` stands twice in the struct",
          Optional::empty);
    }
    if (value.isPresent() && value.get().type() == Type.NULL) {
      return error(
          CompilerCodes.WRONG_TYPE,
          field.value().span(),
          "a field that is always null has no type",
          Optional::empty);
    }
    return value;
  }

  /** A field of a struct. */
  Optional<Expr> field(FieldExpr field) {
    Optional<Expr> target = exprs.type(field.target());
    if (target.isEmpty() || exprs.isTooLarge()) {
      return Optional.empty();
    }
    String name = field.field().text();
    if (!(target.get().type() instanceof Type.StructType type)) {
      return error(
          CompilerCodes.WRONG_TYPE,
          field.field().span(),
          "a value of type " + target.get().type() + " has no field `" + name + "`",
          () -> instead(field, target.get().type()));
    }
    List<String> known = type.fields().stream().map(Type.Field::name).toList();
    return known.contains(name)
        ? Optional.of(new Expr.FieldOf(target.get(), name))
        : error(
            CompilerCodes.UNKNOWN_COLUMN,
            field.field().span(),
            "the struct has no field `" + name + "`",
            () ->
                Suggestions.hint(name, known)
                    .or(() -> Optional.of("it has " + Findings.listing(known))));
  }

  private static Optional<String> instead(FieldExpr field, Type type) {
    String target = field.target().span().text();
    String name = field.field().text();
    if (type instanceof Type.ListType list && list.element() instanceof Type.StructType) {
      return Optional.of("take an element first, as in `" + target + "[0]." + name + "`");
    }
    return type instanceof Type.MapType
        ? Optional.of("the value of a key is `" + target + "[\"" + name + "\"]`")
        : Optional.empty();
  }

  private Optional<Expr> error(
      Code code, Span span, String message, Supplier<Optional<String>> hint) {
    findings.error(code, span, message, hint);
    return Optional.empty();
  }
}
