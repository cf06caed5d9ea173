package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FieldDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.SourceDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks sources, each on its own but for their tables. */
final class SourceChecker {
  private static final long DEFAULT_BEHIND = 5 * Instants.MICROS_PER_SECOND;
  private static final long DEFAULT_LATE = 10 * Instants.MICROS_PER_MINUTE;
  private static final long DEFAULT_AHEAD = 5 * Instants.MICROS_PER_MINUTE;
  private static final long LONGEST = 31 * Instants.MICROS_PER_DAY;

  private final Damage damage;
  private final Inlining inlining;
  private final Findings findings;
  private final Places places;

  SourceChecker(Damage damage, Inlining inlining, Findings findings) {
    this.damage = damage;
    this.inlining = inlining;
    this.findings = findings;
    this.places = new Places(findings);
  }

  /**
   * A source as far as it could be checked.
   *
   * @param plan absent when a part that others rely on is missing or wrong
   * @param columns its fields
   */
  record Checked(Optional<SourcePlan> plan, Scope columns) {}

  Checked check(String packageName, SourceDecl decl) {
    Scope columns = Scope.in(decl.span(), damage);
    List<SourcePlan.SourceField> fields = fields(decl, columns);
    ExprChecker exprs = new ExprChecker(columns, inlining, findings);
    Optional<Expr> time = time(decl, exprs);
    String qualified = Declarations.qualify(packageName, decl.name().text());
    SourcePlan plan =
        new SourcePlan(
            qualified,
            places.topic(decl),
            places.table(packageName, decl),
            fields,
            time.orElse(null),
            micros(decl.watermark(), DEFAULT_BEHIND),
            micros(decl.late(), DEFAULT_LATE),
            micros(decl.ahead(), DEFAULT_AHEAD),
            decl.dedup().flatMap(new DedupChecker(exprs, findings)::check),
            decl.kafka().map(new FormatChecker(findings)::check).orElse(SourcePlan.Format.JSON));
    return new Checked(time.map(t -> plan), columns);
  }

  private List<SourcePlan.SourceField> fields(SourceDecl decl, Scope columns) {
    TypeResolver types = new TypeResolver(damage, findings);
    Map<String, String> seen = new HashMap<>();
    List<SourcePlan.SourceField> fields = new ArrayList<>();
    for (FieldDecl field : decl.fields()) {
      String name = field.name().text();
      Optional<TypeResolver.FieldType> type = types.field(field.type());
      if (nameFits(field.name(), seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name))) {
        columns.add(name, Column.FAILED);
        type.map(t -> field(field, t)).ifPresent(fields::add);
      }
    }
    fields.forEach(field -> columns.add(field.name(), Column.of(field)));
    if (decl.fields().isEmpty()) {
      missing(decl, "fields { ... }", "list the columns of an event, each with its type");
    }
    return fields;
  }

  private static SourcePlan.SourceField field(FieldDecl decl, TypeResolver.FieldType type) {
    return new SourcePlan.SourceField(
        decl.name().text(), type.type(), decl.type().nullable(), type.encoding());
  }

  private boolean nameFits(Name name, String earlier) {
    if (earlier != null) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          name.span(),
          earlier.equals(name.text())
              ? "field `" + name.text() + "` is declared twice"
              : "tables do not tell `" + name.text() + "` from `" + earlier + "`");
      return false;
    }
    if (name.text().startsWith("_")) {
      findings.error(
          CompilerCodes.BAD_NAME,
          name.span(),
          "a field cannot start with `_`",
          "the table's own columns, such as `_event_id`, do");
    }
    return true;
  }

  private Optional<Expr> time(SourceDecl decl, ExprChecker exprs) {
    if (decl.time().isEmpty()) {
      missing(
          decl, "time", "say which column or expression is an event's time, as in `time event_ts`");
      return Optional.empty();
    }
    Optional<Expr> time = exprs.check(decl.time().get());
    if (time.isPresent() && time.get().type() != Type.TIMESTAMP) {
      Type type = time.get().type();
      findings.error(
          CompilerCodes.WRONG_TYPE,
          decl.time().get().span(),
          "the time of an event is a timestamp, and this is of type " + type,
          () ->
              type.isInteger()
                  ? Optional.of("declare the field as `timestamp(ms)`, or write `from_millis(...)`")
                  : Optional.empty());
      return Optional.empty();
    }
    return time;
  }

  private void missing(SourceDecl decl, String clause, String hint) {
    if (!damage.isIn(decl.span())) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.name().span(),
          "source `" + decl.name().text() + "` has no `" + clause + "`",
          hint);
    }
  }

  private long micros(Optional<DurationExpr> duration, long otherwise) {
    if (duration.isPresent() && duration.get().micros() > LONGEST) {
      findings.error(
          CompilerCodes.BAD_DURATION,
          duration.get().span(),
          "`" + duration.get().text() + "` is too long",
          "it is at most " + Instants.prettyDuration(LONGEST));
    }
    return duration.map(DurationExpr::micros).orElse(otherwise);
  }
}
