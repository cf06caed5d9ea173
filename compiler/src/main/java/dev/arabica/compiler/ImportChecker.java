package dev.arabica.compiler;

import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FeatFile;
import dev.arabica.dsl.ast.ImportDecl;
import dev.arabica.dsl.ast.ImportSelection;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.Renamed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what files import, once every declaration is known. */
final class ImportChecker {
  private final Packages packages;
  private final Damage damage;
  private final Findings findings;

  ImportChecker(Packages packages, Damage damage, Findings findings) {
    this.packages = packages;
    this.damage = damage;
    this.findings = findings;
  }

  FileImports check(FeatFile file) {
    String own = Packages.nameOf(file);
    FileImports imports = new FileImports();
    for (ImportDecl decl : file.imports()) {
      if (decl.packageName().text().equals(own)) {
        ownPackage(decl);
      } else if (packages.has(decl.packageName().text())) {
        add(decl, own, imports);
      } else {
        unknownPackage(decl);
        failed(decl, imports);
      }
    }
    return imports;
  }

  private void ownPackage(ImportDecl decl) {
    findings.warning(
        CompilerCodes.UNUSED_IMPORT,
        decl.span(),
        "this file is of package `" + decl.packageName().text() + "` itself",
        "remove the import: a package sees its own names");
  }

  private void add(ImportDecl decl, String own, FileImports imports) {
    String packageName = decl.packageName().text();
    if (decl.selection() instanceof ImportSelection.Several several) {
      several.names().forEach(name -> add(packageName, name, own, imports));
    } else {
      imports.addAll(packageName, decl.span());
      warnOfHidden(decl, own);
    }
  }

  private void add(String packageName, Renamed renamed, String own, FileImports imports) {
    Name shown = renamed.shown();
    Optional<Declarations.Entry> entry = packages.find(packageName, renamed.name().text());
    if (entry.isEmpty()) {
      unknownName(packageName, renamed.name());
    }
    Optional<Declarations.Entry> here = packages.find(own, shown.text());
    if (here.isPresent()) {
      twice(shown, "`" + shown.text() + "` is a name of this package already");
    } else if (!imports.add(shown.text(), entry, spanOf(renamed))) {
      twice(shown, "`" + shown.text() + "` is imported twice");
    }
  }

  private void twice(Name shown, String message) {
    findings.error(
        CompilerCodes.DECLARED_TWICE,
        shown.span(),
        message,
        "give it another name here, as in `" + shown.text() + " as other_" + shown.text() + "`");
  }

  /** So that the names are not reported again where they are used. */
  private static void failed(ImportDecl decl, FileImports imports) {
    if (decl.selection() instanceof ImportSelection.Several several) {
      several.names().forEach(r -> imports.add(r.shown().text(), Optional.empty(), spanOf(r)));
    } else {
      imports.addUnknown();
    }
  }

  private static Span spanOf(Renamed renamed) {
    return renamed.name().span().to(renamed.shown().span());
  }

  private void unknownPackage(ImportDecl decl) {
    Name name = decl.packageName();
    String text = name.text();
    if (damage.mayHideDeclaration(text.substring(text.lastIndexOf('.') + 1))) {
      return;
    }
    findings.error(
        CompilerCodes.UNKNOWN_NAME,
        name.span(),
        "there is no package `" + text + "`",
        () -> packageHint(decl));
  }

  private Optional<String> packageHint(ImportDecl decl) {
    String text = decl.packageName().text();
    if (decl.selection() instanceof ImportSelection.Several several) {
      Optional<String> meant =
          several.names().stream()
              .map(renamed -> text + "." + renamed.name().text())
              .filter(packages::has)
              .findFirst();
      if (meant.isPresent()) {
        return Optional.of("`" + meant.get() + "` is a package; import its names with `.*`");
      }
    }
    Set<String> known = packages.names();
    return Suggestions.hint(text, known)
        .or(
            () ->
                Optional.of(
                    known.isEmpty()
                        ? "no file that is given is of that package"
                        : "the files that are given are of " + Findings.listing(known)));
  }

  private void unknownName(String packageName, Name name) {
    if (damage.mayHideDeclaration(name.text())) {
      return;
    }
    findings.error(
        CompilerCodes.UNKNOWN_NAME,
        name.span(),
        "package `" + packageName + "` has no `" + name.text() + "`",
        () -> nameHint(packageName, name));
  }

  private Optional<String> nameHint(String packageName, Name name) {
    if (packages.has(packageName + "." + name.text())) {
      return Optional.of(
          "`" + packageName + "." + name.text() + "` is a package; import its names with `.*`");
    }
    List<String> known =
        packages.of(packageName).stream().map(Declarations.Entry::shortName).toList();
    return Suggestions.hint(name.text(), known)
        .or(() -> Optional.of("it has " + Findings.listing(known)).filter(h -> !known.isEmpty()));
  }

  private void warnOfHidden(ImportDecl decl, String own) {
    String packageName = decl.packageName().text();
    List<String> hidden =
        packages.of(own).stream()
            .map(Declarations.Entry::shortName)
            .filter(name -> packages.find(packageName, name).isPresent())
            .toList();
    if (!hidden.isEmpty()) {
      findings.warning(
          CompilerCodes.SHADOWED_NAME,
          decl.span(),
          Findings.listing(hidden) + " of `" + packageName + "` stands behind this package's own",
          "to use it, import it by another name, as in `import "
              + packageName
              + ".{ "
              + hidden.get(0)
              + " as other_"
              + hidden.get(0)
              + " }`");
    }
  }
}
