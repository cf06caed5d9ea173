package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.DedupDecl;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FieldDecl;
import dev.arabica.dsl.ast.KafkaDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.SourceDecl;
import dev.arabica.dsl.ast.StringExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a source on its own. */
final class SourceChecker {
  private static final long DEFAULT_BEHIND = 5 * Instants.MICROS_PER_SECOND;
  private static final long DEFAULT_LATE = 10 * Instants.MICROS_PER_MINUTE;
  private static final long DEFAULT_AHEAD = 5 * Instants.MICROS_PER_MINUTE;
  private static final Pattern TABLE =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)+");

  private final Findings findings;

  SourceChecker(Findings findings) {
    this.findings = findings;
  }

  /** Absent when a part that others rely on is missing or wrong. */
  Optional<SourcePlan> check(String packageName, SourceDecl decl) {
    List<SourcePlan.SourceField> fields = fields(decl);
    Map<String, Expr> columns = new LinkedHashMap<>();
    fields.forEach(field -> columns.put(field.name(), new Expr.Column(field.name(), field.type())));
    Optional<Expr> time = time(decl, columns);
    decl.kafka().ifPresent(this::checkFormat);
    Optional<SourcePlan.Dedup> dedup = decl.dedup().flatMap(d -> dedup(d, columns));
    if (time.isEmpty() || fields.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SourcePlan(
            Declarations.qualify(packageName, decl.name().text()),
            decl.kafka().map(kafka -> kafka.topic().value()),
            table(packageName, decl),
            fields,
            time.get(),
            micros(decl.watermark(), DEFAULT_BEHIND),
            micros(decl.late(), DEFAULT_LATE),
            micros(decl.ahead(), DEFAULT_AHEAD),
            dedup));
  }

  private List<SourcePlan.SourceField> fields(SourceDecl decl) {
    TypeResolver types = new TypeResolver(findings);
    Set<String> seen = new HashSet<>();
    List<SourcePlan.SourceField> fields = new ArrayList<>();
    for (FieldDecl field : decl.fields()) {
      String name = field.name().text();
      if (!seen.add(name)) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            field.name().span(),
            "field `" + name + "` is declared twice");
        continue;
      }
      types
          .resolve(field.type())
          .ifPresent(
              type ->
                  fields.add(
                      new SourcePlan.SourceField(
                          name, type, field.type().nullable(), types.encoding(field.type()))));
    }
    if (decl.fields().isEmpty()) {
      missing(decl, "fields { ... }", "list the columns of an event, each with its type");
    }
    return fields;
  }

  private Optional<Expr> time(SourceDecl decl, Map<String, Expr> columns) {
    if (decl.time().isEmpty()) {
      missing(
          decl, "time", "say which column or expression is an event's time, as in `time event_ts`");
      return Optional.empty();
    }
    Optional<Expr> time =
        new ExprChecker(columns, new HashSet<>(), findings).check(decl.time().get());
    if (time.isPresent() && time.get().type() != Type.TIMESTAMP) {
      findings.error(
          CompilerCodes.WRONG_TYPE,
          decl.time().get().span(),
          "the time of an event is a timestamp, and this is of type " + time.get().type(),
          time.get().type().isInteger()
              ? Optional.of("declare the field as `timestamp(ms)`, or write `from_millis(...)`")
              : Optional.empty());
      return Optional.empty();
    }
    return time;
  }

  private void missing(SourceDecl decl, String clause, String hint) {
    findings.error(
        CompilerCodes.MISSING_CLAUSE,
        decl.name().span(),
        "source `" + decl.name().text() + "` has no `" + clause + "`",
        hint);
  }

  private void checkFormat(KafkaDecl kafka) {
    kafka
        .format()
        .filter(format -> !format.text().equals("json"))
        .ifPresent(
            format ->
                findings.error(
                    CompilerCodes.NOT_SUPPORTED,
                    format.span(),
                    "format `" + format.text() + "` is not read yet",
                    "the format is `json`"));
  }

  private String table(String packageName, SourceDecl decl) {
    Optional<StringExpr> table = decl.table();
    if (table.isEmpty()) {
      String namespace = packageName.isEmpty() ? "events" : packageName;
      return namespace + "." + decl.name().text() + "_raw";
    }
    String name = table.get().value();
    if (!TABLE.matcher(name).matches()) {
      findings.error(
          CompilerCodes.WRONG_TYPE,
          table.get().span(),
          "`" + name + "` is not the name of a table",
          "a table has a namespace and a name, as in \"events.views_raw\"");
    }
    return name;
  }

  private Optional<SourcePlan.Dedup> dedup(DedupDecl decl, Map<String, Expr> columns) {
    List<Expr> key = new ArrayList<>();
    for (Name column : decl.columns()) {
      new ExprChecker(columns, new HashSet<>(), findings)
          .checkKey(new NameExpr(column), "a dedup key")
          .ifPresent(key::add);
    }
    long within = decl.within().micros();
    boolean fits =
        within > 0
            && (Instants.MICROS_PER_HOUR % within == 0
                || (within % Instants.MICROS_PER_HOUR == 0
                    && Instants.MICROS_PER_DAY % within == 0));
    if (!fits) {
      findings.error(
          CompilerCodes.BAD_DURATION,
          decl.within().span(),
          "`within "
              + decl.within().text()
              + "` neither divides an hour nor is a number of hours that divides a day",
          "use 5m, 10m, 15m, 30m, 1h, 2h, 6h or 1d, for example");
    }
    return fits && key.size() == decl.columns().size()
        ? Optional.of(new SourcePlan.Dedup(key, within))
        : Optional.empty();
  }

  private static long micros(Optional<DurationExpr> duration, long otherwise) {
    return duration.map(DurationExpr::micros).orElse(otherwise);
  }
}
