package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.WindowRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a feature group over the stream it is made from. */
final class GroupChecker {
  private final EventStream stream;
  private final Damage damage;
  private final Findings findings;
  private final ExprChecker exprs;
  private final WindowChecker windows;
  private final Set<String> names = new LinkedHashSet<>();
  private final List<CheckedModel.Feature> features = new ArrayList<>();

  GroupChecker(EventStream stream, Inlining inlining, Damage damage, Findings findings) {
    this.stream = stream;
    this.damage = damage;
    this.findings = findings;
    this.exprs = new ExprChecker(stream.columns(), inlining, findings);
    this.windows = new WindowChecker(findings);
  }

  GroupShape check(String name, FeaturesDecl decl) {
    Map<String, Optional<Expr>> keys = keys(decl);
    Optional<Expr> where = decl.where().flatMap(exprs::checkCondition);
    decl.features().forEach(this::feature);
    if (decl.features().isEmpty() && !damage.isIn(decl.span())) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.name().span(),
          "group `" + decl.name().text() + "` has no feature",
          "write one, as in `events = count() over 1h`");
    }
    Map<String, Optional<Type>> keyTypes = new LinkedHashMap<>();
    keys.forEach((key, expr) -> keyTypes.put(key, expr.map(Expr::type)));
    return new GroupShape(
        name, decl, keyTypes, names, stream.source().map(source -> group(name, keys, where)));
  }

  private CheckedModel.Group group(
      String name, Map<String, Optional<Expr>> keys, Optional<Expr> where) {
    List<GroupPlan.Key> checkedKeys = new ArrayList<>();
    keys.forEach((key, expr) -> expr.ifPresent(e -> checkedKeys.add(new GroupPlan.Key(key, e))));
    return new CheckedModel.Group(
        name,
        stream.source().orElseThrow(),
        checkedKeys,
        EventStream.both(stream.where(), where),
        features);
  }

  private Map<String, Optional<Expr>> keys(FeaturesDecl decl) {
    Map<String, Optional<Expr>> keys = new LinkedHashMap<>();
    for (Name key : decl.keys()) {
      if (keys.containsKey(key.text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE, key.span(), "key `" + key.text() + "` stands twice");
      } else {
        keys.put(key.text(), exprs.checkKey(key, "a key"));
      }
    }
    return keys;
  }

  private void feature(FeatureDecl decl) {
    Optional<CheckedModel.Aggregate> aggregate = new AggregateChecker(exprs, findings).check(decl);
    Optional<Type> type = aggregate.map(GroupChecker::type);
    Optional<Expr.Literal> defaultValue =
        type.flatMap(t -> decl.defaultValue().flatMap(value -> defaultValue(value, t)));
    List<Optional<CheckedModel.Over>> overs = windows.check(decl);
    List<String> declared = declare(decl);
    for (int i = 0; i < declared.size(); i++) {
      String name = declared.get(i);
      Optional<CheckedModel.Over> over = overs.get(i);
      if (aggregate.isPresent() && over.isPresent()) {
        features.add(
            new CheckedModel.Feature(
                name, aggregate.get(), over.get(), defaultValue, type.orElseThrow()));
      }
    }
  }

  private static Type type(CheckedModel.Aggregate aggregate) {
    return AggregateFunction.named(aggregate.function())
        .resultType(aggregate.input().map(Expr::type).orElse(null));
  }

  /** The names of the features of a line, one for each window. */
  private List<String> declare(FeatureDecl decl) {
    if (decl.as().isPresent()) {
      return declareAs(decl, decl.as().get());
    }
    List<String> declared = new ArrayList<>();
    for (WindowRef window : decl.windows()) {
      String name = decl.name().text() + "_last_" + window.span().text();
      declare(name, window.span());
      declared.add(name);
    }
    return declared;
  }

  private List<String> declareAs(FeatureDecl decl, Name as) {
    if (decl.windows().size() > 1) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          as.span(),
          "`as` names one feature, and there are " + decl.windows().size() + " windows",
          "write a line for each window, or leave `as` out");
      names.add(as.text());
      return List.of();
    }
    declare(as.text(), as.span());
    return List.of(as.text());
  }

  private void declare(String name, Span span) {
    if (!names.add(name)) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          span,
          "feature `" + name + "` is declared twice",
          "give one of them another name, or name it with `as`");
    }
  }

  private Optional<Expr.Literal> defaultValue(dev.arabica.dsl.ast.Expr written, Type type) {
    Optional<Expr.Literal> value =
        written instanceof LiteralExpr literal ? Literals.valueOf(literal, type) : Optional.empty();
    if (value.isEmpty()) {
      findings.error(
          CompilerCodes.BAD_DEFAULT,
          written.span(),
          "the feature is of type " + type + ", and `" + written.span().text() + "` is not",
          "`default null` fits every feature");
    }
    return value;
  }
}
