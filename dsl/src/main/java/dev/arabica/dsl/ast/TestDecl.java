package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/** {@code test "title" { given ... at ... expect ... }}. */
public record TestDecl(
    Optional<String> doc,
    StringExpr title,
    List<GivenDecl> givens,
    List<MomentDecl> moments,
    Span span)
    implements Decl {
  public TestDecl {
    givens = List.copyOf(givens);
    moments = List.copyOf(moments);
  }

  /** The title's text, at the place of the title. */
  @Override
  public Name name() {
    return new Name(title.value(), title.span());
  }
}
