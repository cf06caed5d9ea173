package dev.arabica.dsl.ast;

import dev.arabica.dsl.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * One parsed file: what of it could be understood. A declaration or a statement with a syntax error
 * is absent, and a diagnostic says so.
 */
public record FeatFile(
    SourceFile source,
    Optional<PackageDecl> packageDecl,
    List<ImportDecl> imports,
    List<Decl> declarations) {
  public FeatFile {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
  }
}
