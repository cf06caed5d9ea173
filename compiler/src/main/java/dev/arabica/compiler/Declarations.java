package dev.arabica.compiler;

import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.Decl;
import dev.arabica.dsl.ast.FeatFile;
import dev.arabica.dsl.ast.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every top-level declaration by its qualified name. */
final class Declarations {
  private final Map<String, Entry> byName = new LinkedHashMap<>();
  private final Findings findings;

  /** A declaration with its package, empty for none. */
  record Entry(String packageName, Decl decl) {
    String qualifiedName() {
      return qualify(packageName, decl.name().text());
    }
  }

  private Declarations(Findings findings) {
    this.findings = findings;
  }

  static Declarations of(List<FeatFile> files, Findings findings) {
    Declarations declarations = new Declarations(findings);
    for (FeatFile file : files) {
      String packageName = file.packageDecl().map(p -> p.name().text()).orElse("");
      file.declarations().forEach(decl -> declarations.declare(new Entry(packageName, decl)));
    }
    return declarations;
  }

  private void declare(Entry entry) {
    Entry earlier = byName.putIfAbsent(entry.qualifiedName(), entry);
    if (earlier != null) {
      Name name = entry.decl().name();
      Name first = earlier.decl().name();
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          name.span(),
          "`" + name.text() + "` is declared twice",
          "the first stands in "
              + first.span().file().name()
              + " line "
              + first.span().file().positionOf(first.span().start()).line());
    }
  }

  /** The declarations of one kind, in source order. */
  <T extends Decl> List<Entry> all(Class<T> kind) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : byName.values()) {
      if (kind.isInstance(entry.decl())) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /**
   * What a name means in a package; reports it if it means nothing, or nothing of the kinds wanted.
   */
  Optional<Entry> resolve(
      String packageName, Name name, String wanted, List<Class<? extends Decl>> kinds) {
    Entry entry = byName.get(qualify(packageName, name.text()));
    if (entry == null) {
      entry = byName.get(name.text());
    }
    if (entry == null) {
      List<String> known =
          byName.values().stream()
              .filter(e -> kinds.stream().anyMatch(kind -> kind.isInstance(e.decl())))
              .map(
                  e ->
                      e.packageName().equals(packageName)
                          ? e.decl().name().text()
                          : e.qualifiedName())
              .toList();
      findings.error(
          CompilerCodes.UNKNOWN_NAME,
          name.span(),
          "there is no " + wanted + " `" + name.text() + "`",
          Suggestions.hint(name.text(), known)
              .or(
                  () ->
                      known.isEmpty()
                          ? Optional.empty()
                          : Optional.of("there is " + Findings.listing(known))));
      return Optional.empty();
    }
    Decl decl = entry.decl();
    if (kinds.stream().noneMatch(kind -> kind.isInstance(decl))) {
      findings.error(
          CompilerCodes.UNKNOWN_NAME, name.span(), "`" + name.text() + "` is not a " + wanted);
      return Optional.empty();
    }
    return Optional.of(entry);
  }

  static String qualify(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
