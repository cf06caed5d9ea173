package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.AnchorDecl;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a feature group over the stream it is made from. */
final class GroupChecker {
  private static final long BASE = Ladder.DEFAULT.baseSize();
  private static final long LONGEST_FINE = Instants.MICROS_PER_DAY;
  private static final long LONGEST_HOURLY = 31 * Instants.MICROS_PER_DAY;

  private final CheckedModel.Stream stream;
  private final Findings findings;
  private final ExprChecker exprs;
  private final Set<String> names = new HashSet<>();

  GroupChecker(CheckedModel.Stream stream, Set<Expr> usedLets, Findings findings) {
    this.stream = stream;
    this.findings = findings;
    this.exprs = new ExprChecker(stream.columns(), usedLets, findings);
  }

  CheckedModel.Group check(String name, FeaturesDecl decl) {
    List<GroupPlan.Key> keys = new ArrayList<>();
    for (Name key : decl.keys()) {
      exprs
          .checkKey(new NameExpr(key), "a key")
          .ifPresent(expr -> keys.add(new GroupPlan.Key(key.text(), expr)));
    }
    Optional<Expr> where =
        ModelChecker.both(stream.where(), decl.where().flatMap(exprs::checkCondition));
    List<CheckedModel.Feature> features = new ArrayList<>();
    decl.features().forEach(feature -> features.addAll(features(feature)));
    return new CheckedModel.Group(name, stream, keys, where, features);
  }

  private List<CheckedModel.Feature> features(FeatureDecl decl) {
    Optional<Expr> where = decl.where().flatMap(exprs::checkCondition);
    Optional<CheckedModel.Aggregate> aggregate =
        new AggregateChecker(exprs, findings).check(decl, where);
    if (decl.as().isPresent() && decl.windows().size() > 1) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          decl.as().get().span(),
          "`as` names one feature, and there are " + decl.windows().size() + " windows",
          "write a line for each window, or leave `as` out");
    }
    List<CheckedModel.Feature> features = new ArrayList<>();
    for (DurationExpr window : decl.windows()) {
      String name = decl.as().map(Name::text).orElse(decl.name().text() + "_last_" + window.text());
      declare(name, decl.as().map(Name::span).orElse(window.span()));
      Optional<CheckedModel.Over> over = over(decl, window);
      if (aggregate.isPresent() && over.isPresent()) {
        features.add(feature(decl, name, aggregate.get(), over.get()));
      }
    }
    return features;
  }

  private void declare(String name, dev.arabica.dsl.Span span) {
    if (!names.add(name)) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          span,
          "feature `" + name + "` is declared twice",
          "give one of them another name with `as`");
    }
  }

  private CheckedModel.Feature feature(
      FeatureDecl decl, String name, CheckedModel.Aggregate aggregate, CheckedModel.Over over) {
    Type type =
        AggregateFunction.named(aggregate.function())
            .resultType(aggregate.input().map(Expr::type).orElse(null));
    Optional<Expr.Literal> defaultValue =
        decl.defaultValue().flatMap(literal -> defaultValue(literal, type));
    return new CheckedModel.Feature(name, aggregate, over, defaultValue, type);
  }

  /** The literal as a value of the feature's type. */
  private Optional<Expr.Literal> defaultValue(LiteralExpr literal, Type type) {
    Expr.Literal value = ExprChecker.literal(literal);
    if (value.type() == Type.NULL || value.type().equals(type)) {
      return Optional.of(new Expr.Literal(type, value.value()));
    }
    if (type.isFloat() && value.value() instanceof Long number) {
      return Optional.of(new Expr.Literal(type, number.doubleValue()));
    }
    if (type == Type.INT32 && value.value() instanceof Long number && number == number.intValue()) {
      return Optional.of(new Expr.Literal(type, number));
    }
    if (type == Type.FLOAT32 && value.value() instanceof Double number) {
      return Optional.of(new Expr.Literal(type, (double) number.floatValue()));
    }
    findings.error(
        CompilerCodes.BAD_DEFAULT,
        literal.span(),
        "the default is of type " + value.type() + ", and the feature of type " + type,
        Function.commonType(value.type(), type) == null
            ? Optional.of("`default null` fits every feature")
            : Optional.empty());
    return Optional.empty();
  }

  private Optional<CheckedModel.Over> over(FeatureDecl decl, DurationExpr window) {
    long length = window.micros();
    if (length <= 0 || length % BASE != 0) {
      long below = Window.floor(length, BASE);
      findings.error(
          CompilerCodes.BAD_WINDOW,
          window.span(),
          "a window is a multiple of "
              + Instants.prettyDuration(BASE)
              + ", and `"
              + window.text()
              + "` is not",
          "the nearest "
              + (below <= 0
                  ? "is " + Instants.prettyDuration(BASE)
                  : "are "
                      + Instants.prettyDuration(below)
                      + " and "
                      + Instants.prettyDuration(below + BASE)));
      return Optional.empty();
    }
    Window.Anchor anchor = decl.anchor().map(GroupChecker::anchor).orElse(Window.Anchor.REQUEST);
    warnIfShort(window, anchor);
    return step(decl, length).map(step -> new CheckedModel.Over(length, step, anchor));
  }

  private void warnIfShort(DurationExpr window, Window.Anchor anchor) {
    if (anchor == Window.Anchor.REQUEST && window.micros() < Instants.MICROS_PER_HOUR) {
      findings.warning(
          CompilerCodes.SHORT_WINDOW,
          window.span(),
          "a window of " + window.text() + " before the request is mostly behind the watermark",
          "measure it from the watermark: `anchor watermark`");
    }
  }

  private Optional<Long> step(FeatureDecl decl, long length) {
    if (decl.step().isEmpty()) {
      return Optional.of(
          length <= LONGEST_FINE
              ? BASE
              : length <= LONGEST_HOURLY ? Instants.MICROS_PER_HOUR : Instants.MICROS_PER_DAY);
    }
    DurationExpr step = decl.step().get();
    if (!Ladder.DEFAULT.sizes().contains(step.micros()) || step.micros() > length) {
      findings.error(
          CompilerCodes.BAD_STEP,
          step.span(),
          "a step is a size of blocks and no longer than the window, and `"
              + step.text()
              + "` is not",
          "the sizes are "
              + String.join(
                  ", ", Ladder.DEFAULT.sizes().stream().map(Instants::prettyDuration).toList()));
      return Optional.empty();
    }
    return Optional.of(step.micros());
  }

  private static Window.Anchor anchor(AnchorDecl decl) {
    return switch (decl.anchor()) {
      case REQUEST -> Window.Anchor.REQUEST;
      case WATERMARK -> Window.Anchor.WATERMARK;
    };
  }
}
