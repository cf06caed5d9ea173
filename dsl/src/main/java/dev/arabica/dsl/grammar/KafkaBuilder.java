package dev.arabica.dsl.grammar;

import dev.arabica.dsl.ast.KafkaDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.StringExpr;
import java.util.List;

/** The topic of a source and how its messages are written. */
final class KafkaBuilder {
  private final Nodes nodes;
  private final Literals literals;
  private final Once<Name> format;
  private final Once<StringExpr> schema;
  private final Once<StringExpr> message;

  KafkaBuilder(Nodes nodes) {
    this.nodes = nodes;
    literals = new Literals(nodes);
    format = new Once<>(nodes, "format");
    schema = new Once<>(nodes, "schema");
    message = new Once<>(nodes, "message");
  }

  KafkaDecl build(FeatParser.KafkaMemberContext context) {
    FeatParser.KafkaOptionsContext options = context.kafkaOptions();
    (options == null ? List.<FeatParser.KafkaOptionContext>of() : options.kafkaOption())
        .forEach(this::option);
    StringExpr topic = literals.string(context.STRING().getSymbol());
    return new KafkaDecl(topic, format.get(), schema.get(), message.get(), nodes.span(context));
  }

  private void option(FeatParser.KafkaOptionContext option) {
    if (option.FORMAT() != null) {
      format.set(nodes.name(option.name()), nodes.span(option));
    } else {
      Once<StringExpr> path = option.SCHEMA() != null ? schema : message;
      path.set(literals.string(option.STRING().getSymbol()), nodes.span(option));
    }
  }
}
