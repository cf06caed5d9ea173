package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.DeriveDecl;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.WindowRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Warns of the features that no set reads, in a program that has sets. */
final class ServedFeatures {
  private final Map<String, Set<String>> served = new HashMap<>();
  private final Findings findings;

  private ServedFeatures(List<CheckedModel.FeatureSet> sets, Findings findings) {
    this.findings = findings;
    for (CheckedModel.FeatureSet set : sets) {
      set.plan().members().forEach(this::read);
    }
  }

  static void warn(
      List<CheckedModel.FeatureSet> sets, Collection<GroupShape> groups, Findings findings) {
    if (!sets.isEmpty()) {
      ServedFeatures served = new ServedFeatures(sets, findings);
      groups.forEach(served::warn);
    }
  }

  private void read(FeatureSetPlan.Member member) {
    if (member.kind() == FeatureSetPlan.Kind.GROUP) {
      member.outputs().forEach(output -> of(member.group()).add(output.feature()));
    }
    member
        .fallback()
        .filter(fallback -> fallback.kind() == FeatureSetPlan.Kind.GROUP)
        .ifPresent(fallback -> of(fallback.from()).addAll(fallback.features()));
  }

  private Set<String> of(String group) {
    return served.computeIfAbsent(group, name -> new HashSet<>());
  }

  private void warn(GroupShape group) {
    Set<String> read = of(group.name());
    if (read.isEmpty()) {
      findings.warning(
          CompilerCodes.UNSERVED_FEATURE,
          group.decl().name().span(),
          "no feature set reads `" + group.decl().name().text() + "`",
          "read a feature of it in a set, or remove the group");
      return;
    }
    List<Derived> derived = group.checked().orElseThrow().derived();
    for (int i = derived.size() - 1; i >= 0; i--) {
      if (read.contains(derived.get(i).name())) {
        addColumns(derived.get(i).expr(), read);
      }
    }
    group.decl().features().forEach(line -> warn(line, read));
    for (DeriveDecl derive : group.decl().derives()) {
      if (!read.contains(derive.name().text())) {
        warn(List.of(derive.name().text()), derive.name().span());
      }
    }
  }

  /** One warning for a line, at the first of its windows that nothing reads. */
  private void warn(FeatureDecl line, Set<String> read) {
    List<WindowRef> windows =
        line.windows().stream()
            .filter(window -> !read.contains(FeatureChecker.nameOf(line, window)))
            .toList();
    if (!windows.isEmpty()) {
      List<String> names =
          windows.stream().map(window -> FeatureChecker.nameOf(line, window)).toList();
      warn(names, line.as().map(Name::span).orElse(windows.get(0).span()));
    }
  }

  private void warn(List<String> features, Span span) {
    findings.warning(
        CompilerCodes.UNSERVED_FEATURE,
        span,
        "no feature set reads " + Findings.listing(features),
        features.size() == 1
            ? "read it in a set, or remove it"
            : "read them in a set, or remove them");
  }

  private static void addColumns(Expr expr, Set<String> columns) {
    if (expr instanceof Expr.Column column) {
      columns.add(column.name());
    }
    Inlining.children(expr).forEach(child -> addColumns(child, columns));
  }
}
