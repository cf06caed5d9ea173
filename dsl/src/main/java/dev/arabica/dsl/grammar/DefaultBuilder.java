package dev.arabica.dsl.grammar;

import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.ListExpr;
import org.antlr.v4.runtime.Token;

/** What stands behind {@code default}. */
final class DefaultBuilder {
  private final Nodes nodes;
  private final Literals literals;

  DefaultBuilder(Nodes nodes) {
    this.nodes = nodes;
    this.literals = new Literals(nodes);
  }

  Expr build(FeatParser.DefaultValueContext context) {
    return context.LBRACK() == null
        ? plain(context.plainValue(0))
        : new ListExpr(
            context.plainValue().stream().map(this::plain).toList(), nodes.span(context));
  }

  private Expr plain(FeatParser.PlainValueContext context) {
    Token value = context.literal().getStart();
    return context.MINUS() == null
        ? literals.literal(value)
        : literals.negative(context.getStart(), value);
  }
}
