package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.Argument;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a call by name calls. */
final class CallResolver {
  private static final List<String> FUNCTIONS =
      Arrays.stream(Function.values()).filter(Function::isNamed).map(Function::symbol).toList();
  private static final List<String> AGGREGATES =
      Arrays.stream(AggregateFunction.values()).map(AggregateFunction::symbol).toList();

  private static final int LISTED = 6;

  private final Findings findings;

  CallResolver(Findings findings) {
    this.findings = findings;
  }

  /** The function of a call inside an expression; reports it if there is none. */
  Optional<Function> function(CallExpr call) {
    Name name = call.function();
    Function function = Function.named(name.text());
    if (function == null) {
      reportNoFunction(name);
      return Optional.empty();
    }
    Optional<Name> named =
        call.arguments().stream().map(Argument::name).flatMap(Optional::stream).findFirst();
    named.ifPresent(
        argument ->
            findings.error(
                CompilerCodes.WRONG_ARGUMENTS,
                argument.span(),
                "`" + name.text() + "` takes its arguments by position"));
    return named.isPresent() ? Optional.empty() : Optional.of(function);
  }

  private void reportNoFunction(Name name) {
    if (AGGREGATES.contains(name.text())) {
      findings.error(
          CompilerCodes.UNKNOWN_FUNCTION,
          name.span(),
          "`" + name.text() + "` is an aggregate, not a function of one event",
          "an aggregate stands only at the start of a feature");
    } else {
      findings.error(
          CompilerCodes.UNKNOWN_FUNCTION,
          name.span(),
          "there is no function `" + name.text() + "`",
          () -> Suggestions.hint(name.text(), FUNCTIONS));
    }
  }

  /** The aggregate that a feature calls; reports it if there is none. */
  Optional<AggregateFunction> aggregate(Name name) {
    Optional<AggregateFunction> aggregate =
        Optional.ofNullable(AggregateFunction.named(name.text()));
    if (aggregate.isEmpty()) {
      findings.error(
          CompilerCodes.UNKNOWN_FUNCTION,
          name.span(),
          "there is no aggregate `" + name.text() + "`",
          () ->
              Suggestions.hint(name.text(), AGGREGATES)
                  .or(() -> Optional.of("the aggregates are " + Findings.listing(AGGREGATES))));
    }
    return aggregate;
  }

  /** Types as a sentence has them. */
  static String listing(List<Type> types) {
    List<String> shown = types.stream().limit(LISTED).map(Type::toString).toList();
    return types.isEmpty()
        ? "nothing"
        : String.join(" and ", shown) + (types.size() > LISTED ? " and so on" : "");
  }
}
