package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FieldDecl;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Fields and their types. The grammar lets any name have elements or numbers; which have them is
 * said here.
 */
final class TypeBuilder {
  /** The types that have parts. */
  private static final Map<String, Parts> PARTED =
      Map.of(
          "list", new Parts("one type, that of its elements", "list<string>"),
          "map", new Parts("two types, of its keys and of its values", "map<string, int64>"),
          "vector", new Parts("a type and a dimension", "vector<float32, 64>"),
          "decimal", new Parts("a precision and a scale", "decimal(18, 2)"));

  private record Parts(String words, String example) {}

  private final Nodes nodes;
  private final Literals literals;

  TypeBuilder(Nodes nodes) {
    this.nodes = nodes;
    this.literals = new Literals(nodes);
  }

  List<FieldDecl> fields(FeatParser.FieldBlockContext context) {
    return context.field().stream().filter(Nodes::isWhole).map(this::field).toList();
  }

  private FieldDecl field(FeatParser.FieldContext context) {
    Name name = nodes.name(context.name());
    TypeRef type = type(context.type());
    return new FieldDecl(nodes.doc(context), name, type, name.span().to(type.span()));
  }

  TypeRef type(FeatParser.TypeContext context) {
    Span span = nodes.span(context);
    boolean nullable = context.QUESTION() != null;
    if (context.STRUCT() != null) {
      return new TypeRef.StructOf(fields(context.fieldBlock()), nullable, span);
    }
    Name name = nodes.name(context.IDENT().getSymbol());
    if (context.typeElements() != null) {
      return withElements(name, context.typeElements(), nullable, span);
    }
    if (context.typeNumbers() != null) {
      return withNumbers(name, context.typeNumbers(), nullable, span);
    }
    if (PARTED.containsKey(name.text())) {
      incomplete(name);
    }
    return new TypeRef.Scalar(name, Optional.empty(), nullable, span);
  }

  private TypeRef withElements(
      Name name, FeatParser.TypeElementsContext context, boolean nullable, Span span) {
    List<TypeRef> types = context.type().stream().map(this::type).toList();
    TypeRef first = types.get(0);
    String kind = name.text();
    if (kind.equals("list") && context.COMMA() == null) {
      return new TypeRef.ListOf(first, nullable, span);
    }
    if (kind.equals("map") && types.size() == 2) {
      return new TypeRef.MapOf(first, types.get(1), nullable, span);
    }
    if (kind.equals("vector") && context.INT() != null) {
      return new TypeRef.VectorOf(first, integer(context.INT()), nullable, span);
    }
    if (PARTED.containsKey(kind)) {
      incomplete(name);
    } else {
      takesNoElements(name);
    }
    return new TypeRef.ListOf(first, nullable, span);
  }

  private TypeRef withNumbers(
      Name name, FeatParser.TypeNumbersContext context, boolean nullable, Span span) {
    List<TerminalNode> numbers = context.INT();
    if (name.text().equals("decimal") && numbers.size() == 2) {
      IntExpr scale = integer(numbers.get(1));
      return new TypeRef.DecimalOf(integer(numbers.get(0)), scale, nullable, span);
    }
    if (PARTED.containsKey(name.text())) {
      incomplete(name);
    } else if (!numbers.isEmpty()) {
      nodes.error(
          Codes.UNEXPECTED,
          name.span(),
          "`" + Shown.text(name.text()) + "` takes no numbers",
          "`decimal(18, 2)` has 18 digits, 2 of them after the point");
    }
    Optional<Name> unit = Optional.ofNullable(context.IDENT()).map(u -> nodes.name(u.getSymbol()));
    return new TypeRef.Scalar(name, unit, nullable, span);
  }

  private void incomplete(Name name) {
    Parts parts = PARTED.get(name.text());
    nodes.error(
        Codes.MISSING,
        name.span(),
        "a `" + name.text() + "` has " + parts.words(),
        "as in `" + parts.example() + "`");
  }

  private void takesNoElements(Name name) {
    nodes.error(
        Codes.UNEXPECTED,
        name.span(),
        "expected `list`, `map` or `vector` before `<` but found `" + Shown.text(name.text()) + "`",
        Suggestions.hint(name.text(), List.of("list", "map", "vector"))
            .orElse("no other type has elements"));
  }

  private IntExpr integer(TerminalNode number) {
    return literals.integer(number.getSymbol());
  }
}
