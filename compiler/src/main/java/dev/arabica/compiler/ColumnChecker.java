package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.ColumnDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.TypeRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks the columns of one snapshot or request; no two of them have the same name. */
final class ColumnChecker {
  private final TypeResolver types;
  private final DefaultChecker defaults;
  private final Findings findings;
  private final Map<String, String> taken = new HashMap<>();
  private final Map<String, Optional<Type>> columns = new LinkedHashMap<>();

  ColumnChecker(Damage damage, Findings findings) {
    this.types = new TypeResolver(damage, findings);
    this.defaults = new DefaultChecker(findings);
    this.findings = findings;
  }

  /** The type of each column checked so far, absent after an error. */
  Map<String, Optional<Type>> columns() {
    return columns;
  }

  /** The columns without an error. */
  List<ColumnPlan> check(List<ColumnDecl> decls) {
    return decls.stream().flatMap(decl -> column(decl).stream()).toList();
  }

  private Optional<ColumnPlan> column(ColumnDecl decl) {
    Optional<Type> type = type(decl.type());
    Optional<Expr.Literal> defaultValue =
        type.flatMap(t -> decl.defaultValue().flatMap(v -> defaults.check("column", v, t)));
    if (!take(decl.name())) {
      return Optional.empty();
    }
    columns.put(decl.name().text(), type);
    return type.map(
        t -> new ColumnPlan(decl.name().text(), t, decl.type().nullable(), defaultValue));
  }

  /** A type as it can stand outside a source; reports what cannot. */
  Optional<Type> type(TypeRef ref) {
    Optional<TypeResolver.FieldType> type = types.field(ref);
    if (type.isPresent() && type.get().encoding() != TimeEncoding.ISO) {
      findings.error(
          CompilerCodes.UNKNOWN_TYPE,
          ref.span(),
          "`" + ref.span().text() + "` is how a field of a source is written",
          "the type is `timestamp`");
      return Optional.empty();
    }
    return type.map(TypeResolver.FieldType::type);
  }

  /** Whether the name is new; reports it otherwise. */
  boolean take(Name name) {
    String earlier = taken.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name.text());
    if (earlier != null) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          name.span(),
          earlier.equals(name.text())
              ? "column `" + name.text() + "` is declared twice"
              : "tables do not tell `" + name.text() + "` from `" + earlier + "`");
    }
    return earlier == null;
  }
}
