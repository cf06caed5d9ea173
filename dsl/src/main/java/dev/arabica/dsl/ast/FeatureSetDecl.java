package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/** What a model reads: features from several places for one list of keys. */
public record FeatureSetDecl(
    Optional<String> doc,
    Name name,
    List<Name> keys,
    List<MemberDecl> members,
    List<DeriveDecl> derives,
    List<LabelDecl> labels,
    Span span)
    implements Decl {
  public FeatureSetDecl {
    keys = List.copyOf(keys);
    members = List.copyOf(members);
    derives = List.copyOf(derives);
    labels = List.copyOf(labels);
  }
}
