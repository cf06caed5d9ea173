package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.LetDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.SourceDecl;
import dev.arabica.dsl.ast.ViewDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks every declaration, following references: sources, the views over them, groups, feature
 * sets.
 */
final class ModelChecker {
  private final Declarations declarations;
  private final Findings findings;
  private final Map<String, Optional<SourcePlan>> sources = new LinkedHashMap<>();
  private final Map<String, Optional<CheckedModel.Stream>> views = new HashMap<>();
  private final Map<String, CheckedModel.Group> groups = new LinkedHashMap<>();
  private final Set<String> opened = new HashSet<>();
  private final Set<Expr> usedLets =
      java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

  ModelChecker(Declarations declarations, Findings findings) {
    this.declarations = declarations;
    this.findings = findings;
  }

  CheckedModel check() {
    declarations.all(SourceDecl.class).forEach(this::source);
    declarations.all(ViewDecl.class).forEach(this::view);
    declarations.all(FeaturesDecl.class).forEach(this::group);
    FeatureSetChecker setChecker = new FeatureSetChecker(declarations, groups, findings);
    List<FeatureSetPlan> sets = new ArrayList<>();
    for (Declarations.Entry entry : declarations.all(FeatureSetDecl.class)) {
      sets.add(setChecker.check(entry.packageName(), (FeatureSetDecl) entry.decl()));
    }
    reportUnusedLets();
    return new CheckedModel(
        sources.values().stream().flatMap(Optional::stream).toList(),
        List.copyOf(groups.values()),
        sets);
  }

  private Optional<SourcePlan> source(Declarations.Entry entry) {
    String name = entry.qualifiedName();
    if (!sources.containsKey(name)) {
      sources.put(
          name, new SourceChecker(findings).check(entry.packageName(), (SourceDecl) entry.decl()));
    }
    return sources.get(name);
  }

  private void group(Declarations.Entry entry) {
    FeaturesDecl decl = (FeaturesDecl) entry.decl();
    stream(entry.packageName(), decl.from())
        .map(
            stream ->
                new GroupChecker(stream, usedLets, findings).check(entry.qualifiedName(), decl))
        .ifPresent(group -> groups.put(entry.qualifiedName(), group));
  }

  /** The events behind the name of a source or a view. */
  private Optional<CheckedModel.Stream> stream(String packageName, Name from) {
    Optional<Declarations.Entry> entry =
        declarations.resolve(
            packageName, from, "source or view", List.of(SourceDecl.class, ViewDecl.class));
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (entry.get().decl() instanceof SourceDecl) {
      return source(entry.get())
          .map(source -> new CheckedModel.Stream(source, Optional.empty(), columnsOf(source)));
    }
    return view(entry.get());
  }

  private Optional<CheckedModel.Stream> view(Declarations.Entry entry) {
    String name = entry.qualifiedName();
    if (views.containsKey(name)) {
      return views.get(name);
    }
    ViewDecl decl = (ViewDecl) entry.decl();
    if (!opened.add(name)) {
      findings.error(
          CompilerCodes.CYCLE,
          decl.from().span(),
          "view `" + decl.name().text() + "` is made from itself");
      return Optional.empty();
    }
    Optional<CheckedModel.Stream> view =
        stream(entry.packageName(), decl.from()).map(base -> view(decl, base));
    views.put(name, view);
    return view;
  }

  private CheckedModel.Stream view(ViewDecl decl, CheckedModel.Stream base) {
    Map<String, Expr> columns = new LinkedHashMap<>(base.columns());
    for (LetDecl let : decl.lets()) {
      Optional<Expr> value = new ExprChecker(columns, usedLets, findings).check(let.value());
      if (columns.containsKey(let.name().text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            let.name().span(),
            "`" + let.name().text() + "` is a column already",
            "give the let another name");
      } else {
        value.ifPresent(expr -> columns.put(let.name().text(), expr));
      }
    }
    Optional<Expr> where =
        decl.where().flatMap(new ExprChecker(columns, usedLets, findings)::checkCondition);
    return new CheckedModel.Stream(base.source(), both(base.where(), where), columns);
  }

  private void reportUnusedLets() {
    for (Declarations.Entry entry : declarations.all(ViewDecl.class)) {
      Optional<CheckedModel.Stream> view =
          views.getOrDefault(entry.qualifiedName(), Optional.empty());
      if (view.isEmpty()) {
        continue;
      }
      for (LetDecl let : ((ViewDecl) entry.decl()).lets()) {
        Expr value = view.get().columns().get(let.name().text());
        if (value != null && !usedLets.contains(value)) {
          findings.warning(
              CompilerCodes.UNUSED_LET,
              let.name().span(),
              "nothing uses `" + let.name().text() + "`",
              "remove the let, or use it in a feature");
        }
      }
    }
  }

  static Optional<Expr> both(Optional<Expr> a, Optional<Expr> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return Optional.of(Expr.Call.of(Function.AND, List.of(a.get(), b.get())));
  }

  private static Map<String, Expr> columnsOf(SourcePlan source) {
    Map<String, Expr> columns = new LinkedHashMap<>();
    source
        .fields()
        .forEach(field -> columns.put(field.name(), new Expr.Column(field.name(), field.type())));
    return columns;
  }
}
