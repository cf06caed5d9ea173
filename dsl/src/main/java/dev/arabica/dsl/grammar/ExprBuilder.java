package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.Argument;
import dev.arabica.dsl.ast.BinaryExpr;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.CaseExpr;
import dev.arabica.dsl.ast.DeriveDecl;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.FieldExpr;
import dev.arabica.dsl.ast.InExpr;
import dev.arabica.dsl.ast.IndexExpr;
import dev.arabica.dsl.ast.IsNullExpr;
import dev.arabica.dsl.ast.ListExpr;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.StructExpr;
import dev.arabica.dsl.ast.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Parse trees of expressions to syntax trees. */
final class ExprBuilder extends FeatBaseVisitor<Expr> {
  private final Nodes nodes;
  private final Literals literals;

  ExprBuilder(Nodes nodes) {
    this.nodes = nodes;
    this.literals = new Literals(nodes);
  }

  Expr build(ParserRuleContext context) {
    return visit(context);
  }

  CallExpr call(FeatParser.NameContext function, FeatParser.ArgumentsContext arguments) {
    Name name = nodes.name(function);
    List<Argument> given = each(arguments.argument(), this::argument);
    return new CallExpr(name, given, name.span().to(nodes.span(arguments)));
  }

  DeriveDecl derive(FeatParser.DeriveContext context) {
    Name name = nodes.name(context.newName());
    return new DeriveDecl(nodes.doc(context), name, build(context.expr()), nodes.span(context));
  }

  @Override
  public Expr visitGroup(FeatParser.GroupContext context) {
    return visit(context.expr());
  }

  @Override
  public Expr visitNegation(FeatParser.NegationContext context) {
    Token operand = context.expr().getStart();
    boolean literal = operand == context.expr().getStop();
    return literal && (operand.getType() == FeatLexer.INT || operand.getType() == FeatLexer.FLOAT)
        ? literals.negative(context.getStart(), operand)
        : unary(UnaryExpr.Operator.NEGATE, context.expr(), context);
  }

  @Override
  public Expr visitNot(FeatParser.NotContext context) {
    return unary(UnaryExpr.Operator.NOT, context.expr(), context);
  }

  @Override
  public Expr visitBinary(FeatParser.BinaryContext context) {
    return binary(context.op, context.expr(), nodes.span(context));
  }

  @Override
  public Expr visitComparison(FeatParser.ComparisonContext context) {
    if (context.expr(0) instanceof FeatParser.ComparisonContext) {
      nodes.error(
          Codes.CHAINED_COMPARISON,
          nodes.span(context),
          "a comparison cannot be compared again",
          "write `a < b and b < c` for `a < b < c`");
    }
    return binary(context.op, context.expr(), nodes.span(context));
  }

  @Override
  public Expr visitIsNull(FeatParser.IsNullContext context) {
    return new IsNullExpr(visit(context.expr()), context.NOT() != null, nodes.span(context));
  }

  @Override
  public Expr visitInList(FeatParser.InListContext context) {
    Expr options = visit(context.operand());
    return new InExpr(visit(context.expr()), options, context.NOT() != null, nodes.span(context));
  }

  @Override
  public Expr visitPlain(FeatParser.PlainContext context) {
    return visit(context.operand());
  }

  @Override
  public Expr visitOperand(FeatParser.OperandContext context) {
    ParserRuleContext first = context.value() != null ? context.value() : context.bracketed();
    return accessed(visit(first), context.access());
  }

  @Override
  public Expr visitPath(FeatParser.PathContext context) {
    List<FeatParser.NameContext> names = context.name();
    Expr result = new NameExpr(nodes.name(names.get(0)));
    for (FeatParser.NameContext name : names.subList(1, names.size())) {
      result = field(result, name);
    }
    return result;
  }

  @Override
  public Expr visitLiteralValue(FeatParser.LiteralValueContext context) {
    return literals.literal(context.getStart());
  }

  @Override
  public Expr visitNameValue(FeatParser.NameValueContext context) {
    return context.arguments() == null
        ? new NameExpr(nodes.name(context.name()))
        : call(context.name(), context.arguments());
  }

  @Override
  public Expr visitListValue(FeatParser.ListValueContext context) {
    return list(context.list());
  }

  @Override
  public Expr visitStructValue(FeatParser.StructValueContext context) {
    return new StructExpr(each(context.structField(), this::field), nodes.span(context));
  }

  @Override
  public Expr visitCaseValue(FeatParser.CaseValueContext context) {
    List<CaseExpr.Branch> branches =
        each(
            context.caseBranch(),
            branch -> new CaseExpr.Branch(visit(branch.expr(0)), visit(branch.expr(1))));
    Optional<Expr> otherwise =
        Optional.ofNullable(context.caseElse()).map(last -> visit(last.expr()));
    return new CaseExpr(branches, otherwise, nodes.span(context));
  }

  private Argument argument(FeatParser.ArgumentContext context) {
    Expr first = visit(context.expr());
    if (context.value() == null) {
      return new Argument(Optional.empty(), first);
    }
    Expr value = accessed(visit(context.value()), context.access());
    if (first instanceof NameExpr name) {
      return new Argument(Optional.of(name.name()), value);
    }
    nodes.error(
        Codes.UNEXPECTED,
        value.span(),
        "expected `,` or `)` after the argument but found "
            + Shown.token(context.value().getStart()),
        "separate arguments with `,`; only a name can stand before a value, as in `half_life 2h`");
    return new Argument(Optional.empty(), first);
  }

  private StructExpr.Field field(FeatParser.StructFieldContext context) {
    Name name = nodes.name(context.name());
    return new StructExpr.Field(
        name, context.expr() == null ? new NameExpr(name) : visit(context.expr()));
  }

  private ListExpr list(FeatParser.ListContext context) {
    return new ListExpr(each(context.expr(), this::visit), nodes.span(context));
  }

  private Expr accessed(Expr target, List<FeatParser.AccessContext> accesses) {
    Expr result = target;
    for (FeatParser.AccessContext access : accesses) {
      result =
          access.name() == null
              ? new IndexExpr(result, visit(access.expr()), result.span().to(nodes.span(access)))
              : field(result, access.name());
    }
    return result;
  }

  private Expr field(Expr target, FeatParser.NameContext name) {
    Name field = nodes.name(name);
    return new FieldExpr(target, field, target.span().to(field.span()));
  }

  private Expr unary(
      UnaryExpr.Operator operator, FeatParser.ExprContext operand, ParserRuleContext context) {
    return new UnaryExpr(operator, visit(operand), nodes.span(context));
  }

  private Expr binary(Token operator, List<FeatParser.ExprContext> operands, Span span) {
    return new BinaryExpr(
        Operators.of(operator), visit(operands.get(0)), visit(operands.get(1)), span);
  }

  /**
   * A loop where a stream would do, because a stream takes three times the stack in a recursion.
   */
  private static <S, T> List<T> each(List<S> parts, Function<S, T> build) {
    List<T> built = new ArrayList<>(parts.size());
    for (S part : parts) {
      built.add(build.apply(part));
    }
    return built;
  }
}
