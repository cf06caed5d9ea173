package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.DedupDecl;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.FieldDecl;
import dev.arabica.dsl.ast.KafkaDecl;
import dev.arabica.dsl.ast.SourceDecl;
import dev.arabica.dsl.ast.StringExpr;
import java.util.List;

/** One source, member by member. */
final class SourceBuilder extends FeatBaseVisitor<Void> {
  private final Nodes nodes;
  private final Literals literals;
  private final Once<KafkaDecl> kafka;
  private final Once<StringExpr> table;
  private final Once<List<FieldDecl>> fields;
  private final Once<Expr> time;
  private final Once<DurationExpr> watermark;
  private final Once<DurationExpr> late;
  private final Once<DurationExpr> ahead;
  private final Once<DedupDecl> dedup;

  SourceBuilder(Nodes nodes) {
    this.nodes = nodes;
    literals = new Literals(nodes);
    kafka = new Once<>(nodes, "kafka");
    table = new Once<>(nodes, "table");
    fields = new Once<>(nodes, "fields");
    time = new Once<>(nodes, "time");
    watermark = new Once<>(nodes, "watermark");
    late = new Once<>(nodes, "late");
    ahead = new Once<>(nodes, "ahead");
    dedup = new Once<>(nodes, "dedup");
  }

  SourceDecl build(FeatParser.SourceDeclContext context) {
    context.sourceBlock().sourceMember().stream().filter(Nodes::isWhole).forEach(this::visit);
    return new SourceDecl(
        nodes.doc(context),
        nodes.name(context.name()),
        kafka.get(),
        table.get(),
        fields.get().orElse(List.of()),
        time.get(),
        watermark.get(),
        late.get(),
        ahead.get(),
        dedup.get(),
        nodes.span(context));
  }

  @Override
  public Void visitKafkaMember(FeatParser.KafkaMemberContext context) {
    kafka.set(new KafkaBuilder(nodes).build(context), nodes.span(context));
    return null;
  }

  @Override
  public Void visitTableMember(FeatParser.TableMemberContext context) {
    table.set(literals.string(context.STRING().getSymbol()), nodes.span(context));
    return null;
  }

  @Override
  public Void visitFieldsMember(FeatParser.FieldsMemberContext context) {
    fields.set(new TypeBuilder(nodes).fields(context.fieldBlock()), nodes.span(context.getStart()));
    return null;
  }

  @Override
  public Void visitTimeMember(FeatParser.TimeMemberContext context) {
    time.set(new ExprBuilder(nodes).build(context.expr()), nodes.span(context));
    return null;
  }

  @Override
  public Void visitWatermarkMember(FeatParser.WatermarkMemberContext context) {
    watermark.set(literals.duration(context.DURATION().getSymbol()), nodes.span(context));
    return null;
  }

  @Override
  public Void visitLateMember(FeatParser.LateMemberContext context) {
    late.set(literals.duration(context.DURATION().getSymbol()), nodes.span(context));
    return null;
  }

  @Override
  public Void visitAheadMember(FeatParser.AheadMemberContext context) {
    ahead.set(literals.duration(context.DURATION().getSymbol()), nodes.span(context));
    return null;
  }

  @Override
  public Void visitDedupMember(FeatParser.DedupMemberContext context) {
    Span span = nodes.span(context);
    DurationExpr within = literals.duration(context.DURATION().getSymbol());
    dedup.set(new DedupDecl(nodes.names(context.names()), within, span), span);
    return null;
  }
}
