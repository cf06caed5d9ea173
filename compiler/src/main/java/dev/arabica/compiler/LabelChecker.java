package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.KeyBinding;
import dev.arabica.dsl.ast.LabelDecl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Checks the labels of one feature set: aggregates over what happens after a row. */
final class LabelChecker {
  private static final long LONGEST = 3650 * Instants.MICROS_PER_DAY;

  private final String packageName;
  private final StreamResolver streams;
  private final Inlining inlining;
  private final KeySources sources;
  private final DefaultChecker defaults;
  private final Findings findings;

  LabelChecker(
      String packageName,
      StreamResolver streams,
      Inlining inlining,
      KeySources sources,
      Findings findings) {
    this.packageName = packageName;
    this.streams = streams;
    this.inlining = inlining;
    this.sources = sources;
    this.defaults = new DefaultChecker(findings);
    this.findings = findings;
  }

  /**
   * A label as far as it could be checked.
   *
   * @param type absent after an error
   */
  record Checked(Optional<CheckedModel.Label> label, Optional<Type> type) {}

  Checked check(LabelDecl decl) {
    EventStream stream = streams.stream(packageName, decl.from());
    ExprChecker exprs = new ExprChecker(stream.columns(), inlining, findings);
    Optional<CheckedModel.Aggregate> aggregate =
        new AggregateChecker(exprs, findings).check(decl.name(), decl.aggregate(), decl.where());
    Optional<Map<String, CheckedModel.LabelKey>> keys = keys(decl, exprs);
    boolean withinFits = withinFits(decl.within());
    Optional<Type> type = aggregate.map(CheckedModel.Aggregate::type);
    Optional<Expr.Literal> defaultValue =
        type.flatMap(t -> decl.defaultValue().flatMap(v -> defaults.check("label", v, t)));
    boolean fits = withinFits && defaultValue.isPresent() == decl.defaultValue().isPresent();
    if (!fits || aggregate.isEmpty() || keys.isEmpty() || stream.from().isEmpty()) {
      return new Checked(Optional.empty(), type);
    }
    return new Checked(
        Optional.of(
            new CheckedModel.Label(
                stream.from().get(),
                stream.where(),
                keys.get().values().stream().toList(),
                aggregate.get(),
                decl.within().micros(),
                defaultValue)),
        type);
  }

  private Optional<Map<String, CheckedModel.LabelKey>> keys(LabelDecl decl, ExprChecker exprs) {
    Map<String, CheckedModel.LabelKey> keys = new LinkedHashMap<>();
    boolean fits = true;
    for (KeyBinding binding : decl.keys()) {
      Optional<CheckedModel.LabelKey> key = key(decl, binding, exprs);
      String column = binding.groupKey().text();
      if (keys.containsKey(column)) {
        findings.error(
            CompilerCodes.DECLARED_TWICE, binding.span(), "key `" + column + "` is bound twice");
      }
      key.ifPresent(k -> keys.putIfAbsent(column, k));
      fits &= key.isPresent();
    }
    if (decl.keys().isEmpty()) {
      findings.error(
          CompilerCodes.BAD_KEY_BINDING,
          decl.from().span(),
          "a label is of the events of some key",
          "write `" + decl.from().text() + "(...)` with columns that hold keys of the set");
    }
    return fits && !keys.isEmpty() ? Optional.of(keys) : Optional.empty();
  }

  private Optional<CheckedModel.LabelKey> key(
      LabelDecl decl, KeyBinding binding, ExprChecker exprs) {
    Optional<Expr> column = exprs.checkKey(binding.groupKey(), "a key");
    Optional<String> filledBy = sources.find(binding, column.map(Expr::type), decl.from().text());
    return column.isPresent() && filledBy.isPresent()
        ? Optional.of(
            new CheckedModel.LabelKey(binding.groupKey().text(), column.get(), filledBy.get()))
        : Optional.empty();
  }

  private boolean withinFits(DurationExpr within) {
    if (within.micros() > 0 && within.micros() <= LONGEST) {
      return true;
    }
    findings.error(
        CompilerCodes.BAD_DURATION,
        within.span(),
        within.micros() > 0
            ? "`" + within.text() + "` is too long"
            : "nothing happens within `" + within.text() + "`",
        "it is at most " + Instants.prettyDuration(LONGEST));
    return false;
  }
}
