package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.WindowRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the lines of a group, each an aggregate over one or more windows. */
final class FeatureChecker {
  private final AggregateChecker aggregates;
  private final DefaultChecker defaults;
  private final WindowChecker windows;
  private final Findings findings;
  private final Map<String, Optional<Type>> types = new LinkedHashMap<>();
  private final List<CheckedModel.Feature> checked = new ArrayList<>();

  FeatureChecker(ServingChecker serving, ExprChecker exprs, Findings findings) {
    this.aggregates = new AggregateChecker(exprs, findings);
    this.defaults = new DefaultChecker(findings);
    this.windows = new WindowChecker(serving, findings);
    this.findings = findings;
  }

  /** Every feature declared, with its type unless that has an error. */
  Map<String, Optional<Type>> types() {
    return types;
  }

  /** The features without an error. */
  List<CheckedModel.Feature> checked() {
    return checked;
  }

  void check(FeatureDecl decl) {
    Optional<CheckedModel.Aggregate> aggregate = aggregates.check(decl);
    Optional<Type> type = aggregate.map(CheckedModel.Aggregate::type);
    Optional<Expr.Literal> defaultValue =
        type.flatMap(t -> decl.defaultValue().flatMap(v -> defaults.check("feature", v, t)));
    List<Optional<CheckedModel.Over>> overs = windows.check(decl);
    List<String> declared = declare(decl, type);
    for (int i = 0; i < declared.size(); i++) {
      String name = declared.get(i);
      Optional<CheckedModel.Over> over = overs.get(i);
      if (aggregate.isPresent() && over.isPresent()) {
        checked.add(
            new CheckedModel.Feature(
                name, aggregate.get(), over.get(), defaultValue, decl.allowPartial()));
      }
    }
  }

  /** What the feature of a window of a line is called. */
  static String nameOf(FeatureDecl line, WindowRef window) {
    if (line.as().isPresent()) {
      return line.as().get().text();
    }
    String name = line.name().text();
    return window instanceof WindowRef.Of of
        ? name + "_last_" + of.length().text()
        : name + "_ever";
  }

  /** The names of the features of a line, one for each window. */
  private List<String> declare(FeatureDecl decl, Optional<Type> type) {
    if (decl.as().isPresent()) {
      return declareAs(decl, decl.as().get(), type);
    }
    List<String> declared = new ArrayList<>();
    for (WindowRef window : decl.windows()) {
      String name = nameOf(decl, window);
      declare(name, window.span(), type);
      declared.add(name);
    }
    return declared;
  }

  private List<String> declareAs(FeatureDecl decl, Name as, Optional<Type> type) {
    if (decl.windows().size() > 1) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          as.span(),
          "`as` names one feature, and there are " + decl.windows().size() + " windows",
          "write a line for each window, or leave `as` out");
      types.put(as.text(), type);
      return List.of();
    }
    declare(as.text(), as.span(), type);
    return List.of(as.text());
  }

  private void declare(String name, Span span, Optional<Type> type) {
    if (types.putIfAbsent(name, type) != null) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          span,
          "feature `" + name + "` is declared twice",
          "give one of them another name, or name it with `as`");
    }
  }
}
