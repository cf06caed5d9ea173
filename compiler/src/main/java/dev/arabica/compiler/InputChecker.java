package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.ModelPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.InputDecl;
import dev.arabica.dsl.ast.IntExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the inputs of one model. An input is one tensor, so its items are all numbers, or all
 * hashed to the number of a bucket.
 */
final class InputChecker {
  private static final long MOST_BUCKETS = Integer.MAX_VALUE;

  private final ExprChecker exprs;
  private final Findings findings;

  /**
   * @param features what the model reads
   */
  InputChecker(Scope features, Inlining inlining, Findings findings) {
    this.exprs = new ExprChecker(features, inlining, findings);
    this.findings = findings;
  }

  /** The input, to be used only if there is no error. */
  ModelPlan.Input check(InputDecl decl) {
    if (decl.items().isEmpty()) {
      findings.error(
          CompilerCodes.BAD_INPUT, decl.span(), "input `" + decl.name().text() + "` has no item");
    }
    List<ModelPlan.Item> items = new ArrayList<>();
    for (InputDecl.Item item : decl.items()) {
      item(item).ifPresent(items::add);
    }
    decl.items().stream()
        .filter(item -> item.hashed().isPresent() != decl.items().get(0).hashed().isPresent())
        .findFirst()
        .ifPresent(this::mixed);
    return new ModelPlan.Input(decl.name().text(), items);
  }

  private void mixed(InputDecl.Item item) {
    findings.error(
        CompilerCodes.BAD_INPUT,
        item.span(),
        "one input takes numbers or hashed values, not both",
        "give the hashed values an input of their own");
  }

  private Optional<ModelPlan.Item> item(InputDecl.Item item) {
    Optional<Expr> value = exprs.check(item.value());
    boolean bucketsFit = item.hashed().map(this::bucketsFit).orElse(true);
    if (value.isEmpty() || !bucketsFit) {
      return Optional.empty();
    }
    Type type = value.get().type();
    boolean fits = item.hashed().isPresent() ? isHashable(type) : isNumbers(type);
    if (!fits) {
      findings.error(
          CompilerCodes.BAD_INPUT,
          item.value().span(),
          item.hashed().isPresent()
              ? "a value of type " + type + " is not hashed"
              : "an input is made of numbers, and this is of type " + type,
          () -> hint(item, type));
      return Optional.empty();
    }
    return Optional.of(
        new ModelPlan.Item(value.get(), item.hashed().map(IntExpr::value).orElse(0L)));
  }

  private static Optional<String> hint(InputDecl.Item item, Type type) {
    if (item.hashed().isPresent()) {
      return Optional.of("strings, integers and bools are");
    }
    if (isHashable(type)) {
      return Optional.of("write `" + item.value().span().text() + " hashed 1_000_000`");
    }
    return type instanceof Type.ListType
        ? Optional.of("a list has no fixed length: take an element, or its `length(...)`")
        : Optional.empty();
  }

  private boolean bucketsFit(IntExpr buckets) {
    boolean fits = buckets.value() >= 2 && buckets.value() <= MOST_BUCKETS;
    if (!fits) {
      findings.error(
          CompilerCodes.BAD_INPUT,
          buckets.span(),
          "a value is hashed into 2 to " + MOST_BUCKETS + " buckets");
    }
    return fits;
  }

  private static boolean isHashable(Type type) {
    return type == Type.STRING || type.isInteger() || type == Type.BOOL;
  }

  private static boolean isNumbers(Type type) {
    return type.isNumeric() || type == Type.BOOL || type instanceof Type.VectorType;
  }
}
