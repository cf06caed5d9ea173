package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.ExpectDecl;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.GivenDecl;
import dev.arabica.dsl.ast.MomentDecl;
import dev.arabica.dsl.ast.TestDecl;
import dev.arabica.dsl.ast.TimestampExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** One test, statement by statement. What is expected belongs to the moment above it. */
final class TestBuilder extends FeatBaseVisitor<Void> {
  private final Nodes nodes;
  private final ExprBuilder exprs;
  private final List<GivenDecl> givens = new ArrayList<>();
  private final List<Moment> moments = new ArrayList<>();
  private boolean damaged;

  /** A moment with what has been read of it so far. */
  private record Moment(FeatParser.MomentContext context, List<ExpectDecl> expects) {}

  TestBuilder(Nodes nodes) {
    this.nodes = nodes;
    this.exprs = new ExprBuilder(nodes);
  }

  TestDecl build(FeatParser.TestDeclContext context) {
    FeatParser.TestBlockContext block = context.testBlock();
    damaged = !block.moment().stream().allMatch(Nodes::isWhole);
    Nodes.statements(block).forEach(this::visit);
    return new TestDecl(
        nodes.doc(context),
        new Literals(nodes).string(context.STRING().getSymbol()),
        givens,
        moments.stream().map(this::moment).toList(),
        nodes.span(context));
  }

  @Override
  public Void visitGiven(FeatParser.GivenContext context) {
    if (!moments.isEmpty()) {
      misplaced(context, "`given` stands before the first `at`", "it is given at every moment");
    }
    new TableBuilder(nodes).build(context).ifPresent(givens::add);
    return null;
  }

  @Override
  public Void visitMoment(FeatParser.MomentContext context) {
    moments.add(new Moment(context, new ArrayList<>()));
    return null;
  }

  @Override
  public Void visitExpect(FeatParser.ExpectContext context) {
    if (!moments.isEmpty()) {
      moments.get(moments.size() - 1).expects().add(expect(context));
    } else if (!damaged) {
      misplaced(
          context,
          "`expect` stands below the moment at which it is expected",
          "write `at` and a timestamp above it");
    }
    return null;
  }

  private void misplaced(ParserRuleContext statement, String message, String hint) {
    nodes.error(Codes.UNEXPECTED, nodes.span(statement.getStart()), message, hint);
  }

  private MomentDecl moment(Moment moment) {
    List<TimestampExpr> times =
        moment.context().TIMESTAMP().stream()
            .map(TerminalNode::getSymbol)
            .map(new Literals(nodes)::timestamp)
            .toList();
    List<ExpectDecl> expects = moment.expects();
    Span at = nodes.span(moment.context());
    Span whole = expects.isEmpty() ? at : at.to(expects.get(expects.size() - 1).span());
    return new MomentDecl(times.get(0), times.stream().skip(1).findFirst(), expects, whole);
  }

  private ExpectDecl expect(FeatParser.ExpectContext context) {
    return new ExpectDecl(
        nodes.name(context.name()),
        context.keyValues().keyValue().stream().map(this::key).toList(),
        context.expectations().expected().stream().map(this::expected).toList(),
        nodes.span(context));
  }

  private ExpectDecl.Binding key(FeatParser.KeyValueContext context) {
    return new ExpectDecl.Binding(nodes.name(context.name()), exprs.build(context.expr()));
  }

  private ExpectDecl.Expected expected(FeatParser.ExpectedContext context) {
    Optional<Expr> within = Optional.ofNullable(context.expr(1)).map(exprs::build);
    return new ExpectDecl.Expected(
        nodes.path(context.path().name()),
        exprs.build(context.expr(0)),
        within,
        nodes.span(context));
  }
}
