package dev.arabica.compiler;

import dev.arabica.dsl.Position;
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
  private final Damage damage;
  private final Findings findings;

  /** A declaration with its package, empty for none. */
  record Entry(String packageName, Decl decl) {
    String qualifiedName() {
      return qualify(packageName, decl.name().text());
    }
  }

  private Declarations(Damage damage, Findings findings) {
    this.damage = damage;
    this.findings = findings;
  }

  static Declarations of(List<FeatFile> files, Damage damage, Findings findings) {
    Declarations declarations = new Declarations(damage, findings);
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
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          name.span(),
          "`" + name.text() + "` is declared twice",
          "the first stands in " + placeOf(earlier.decl().name()));
    }
  }

  private static String placeOf(Name name) {
    Position position = name.span().file().positionOf(name.span().start());
    return name.span().file().name() + ", line " + position.line();
  }

  /** The declarations of one kind, in source order. */
  <T extends Decl> List<Entry> all(Class<T> kind) {
    return byName.values().stream().filter(entry -> kind.isInstance(entry.decl())).toList();
  }

  /**
   * What a name means in a package; reports it if it means nothing, or nothing of the kinds wanted.
   */
  Optional<Entry> resolve(
      String packageName, Name name, String wanted, List<Class<? extends Decl>> kinds) {
    Optional<Entry> entry = find(packageName, name.text());
    if (entry.isEmpty()) {
      unknown(packageName, name, wanted, kinds);
    } else if (!isOneOf(entry.get(), kinds)) {
      findings.error(
          CompilerCodes.UNKNOWN_NAME,
          name.span(),
          "`" + name.text() + "` is not a " + wanted,
          () -> hint(packageName, name, kinds));
      return Optional.empty();
    }
    return entry;
  }

  private Optional<Entry> find(String packageName, String name) {
    return Optional.ofNullable(byName.get(qualify(packageName, name)))
        .or(() -> Optional.ofNullable(byName.get(name)));
  }

  private void unknown(
      String packageName, Name name, String wanted, List<Class<? extends Decl>> kinds) {
    boolean inLostPackage = damage.isAny() && elsewhere(packageName, name, kinds).isPresent();
    if (inLostPackage || damage.mayHideDeclaration(name.text())) {
      return;
    }
    findings.error(
        CompilerCodes.UNKNOWN_NAME,
        name.span(),
        "there is no " + wanted + " `" + name.text() + "`",
        () -> hint(packageName, name, kinds));
  }

  private Optional<String> hint(String packageName, Name name, List<Class<? extends Decl>> kinds) {
    List<String> known = new ArrayList<>();
    for (Entry entry : byName.values()) {
      boolean visible = entry.packageName().isEmpty() || entry.packageName().equals(packageName);
      if (isOneOf(entry, kinds) && visible) {
        known.add(entry.decl().name().text());
      }
    }
    return elsewhere(packageName, name, kinds)
        .or(() -> Suggestions.hint(name.text(), known))
        .or(
            () ->
                known.isEmpty()
                    ? Optional.empty()
                    : Optional.of("there is " + Findings.listing(known)));
  }

  /** That another package has what is looked for. */
  private Optional<String> elsewhere(
      String packageName, Name name, List<Class<? extends Decl>> kinds) {
    return byName.values().stream()
        .filter(entry -> isOneOf(entry, kinds) && entry.decl().name().text().equals(name.text()))
        .filter(entry -> !entry.packageName().isEmpty() && !entry.packageName().equals(packageName))
        .findFirst()
        .map(
            entry ->
                "one is declared in package `"
                    + entry.packageName()
                    + "`; a package sees its own names");
  }

  private static boolean isOneOf(Entry entry, List<Class<? extends Decl>> kinds) {
    return kinds.stream().anyMatch(kind -> kind.isInstance(entry.decl()));
  }

  static String qualify(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
