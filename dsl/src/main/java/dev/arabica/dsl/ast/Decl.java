package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.Optional;

/** A top-level declaration. */
public sealed interface Decl
    permits SourceDecl,
        ViewDecl,
        FeaturesDecl,
        SnapshotDecl,
        RequestDecl,
        FeatureSetDecl,
        ModelDecl,
        TestDecl {
  /** The text of the {@code ///} lines above it. */
  Optional<String> doc();

  Name name();

  Span span();
}
