package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.FieldDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.TypeRef;
import java.util.List;
import java.util.Optional;

/** Fields and their types. */
final class TypeBuilder {
  private final Nodes nodes;

  TypeBuilder(Nodes nodes) {
    this.nodes = nodes;
  }

  List<FieldDecl> fields(FeatParser.FieldBlockContext context) {
    return context.field().stream().filter(Nodes::isWhole).map(this::field).toList();
  }

  private FieldDecl field(FeatParser.FieldContext context) {
    Name name = nodes.name(context.name());
    TypeRef type = type(context.type());
    return new FieldDecl(nodes.doc(context), name, type, name.span().to(type.span()));
  }

  private TypeRef type(FeatParser.TypeContext context) {
    Span span = nodes.span(context);
    boolean nullable = context.QUESTION() != null;
    if (context.STRUCT() != null) {
      return new TypeRef.StructOf(fields(context.fieldBlock()), nullable, span);
    }
    Name name = nodes.name(context.name(0));
    if (context.type() != null) {
      checkTakesElement(name);
      return new TypeRef.ListOf(type(context.type()), nullable, span);
    }
    Optional<Name> unit =
        Optional.ofNullable(context.LPAREN()).map(paren -> nodes.name(context.name(1)));
    return new TypeRef.Scalar(name, unit, nullable, span);
  }

  private void checkTakesElement(Name name) {
    if (!name.text().equals("list")) {
      nodes.error(
          Codes.UNEXPECTED,
          name.span(),
          "expected `list` before `<` but found `" + Shown.text(name.text()) + "`",
          "only `list<...>` has an element type");
    }
  }
}
