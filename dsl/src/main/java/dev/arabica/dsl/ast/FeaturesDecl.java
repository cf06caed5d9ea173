package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * A feature group: aggregates of one view or source by one key, and what is computed from them.
 *
 * @param where the filter of every feature in the group
 */
public record FeaturesDecl(
    Optional<String> doc,
    Name name,
    Name from,
    List<Name> keys,
    Optional<Expr> where,
    Optional<HeadDecl> head,
    Optional<ServeDecl> serve,
    List<FeatureDecl> features,
    List<DeriveDecl> derives,
    Span span)
    implements Decl {
  public FeaturesDecl {
    keys = List.copyOf(keys);
    features = List.copyOf(features);
    derives = List.copyOf(derives);
  }
}
