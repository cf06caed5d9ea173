package dev.arabica.compiler;

import dev.arabica.dsl.Position;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.Decl;
import dev.arabica.dsl.ast.FeatFile;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.TestDecl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every top-level declaration, and what a name means in a file. */
final class Declarations {
  private final Packages packages = new Packages();
  private final Map<Class<? extends Decl>, List<Entry>> byKind = new HashMap<>();
  private final Map<SourceFile, FileImports> imports = new IdentityHashMap<>();
  private final Damage damage;
  private final Findings findings;

  /** A declaration with its package, empty for none. */
  record Entry(String packageName, Decl decl) {
    String shortName() {
      return decl.name().text();
    }

    String qualifiedName() {
      return qualify(packageName, shortName());
    }

    boolean isOneOf(Collection<Class<? extends Decl>> kinds) {
      return kinds.contains(decl.getClass());
    }
  }

  private Declarations(Damage damage, Findings findings) {
    this.damage = damage;
    this.findings = findings;
  }

  static Declarations of(List<FeatFile> files, Damage damage, Findings findings) {
    Declarations declarations = new Declarations(damage, findings);
    for (FeatFile file : files) {
      String packageName = Packages.nameOf(file);
      declarations.packages.open(packageName);
      file.declarations().forEach(decl -> declarations.declare(new Entry(packageName, decl)));
    }
    ImportChecker checker = new ImportChecker(declarations.packages, damage, findings);
    files.forEach(file -> declarations.imports.put(file.source(), checker.check(file)));
    new PackageCycles(files, declarations.packages, findings).report();
    return declarations;
  }

  private void declare(Entry entry) {
    Optional<Entry> earlier =
        entry.decl() instanceof TestDecl ? Optional.empty() : packages.add(entry);
    if (earlier.isEmpty()) {
      byKind.computeIfAbsent(entry.decl().getClass(), kind -> new ArrayList<>()).add(entry);
      return;
    }
    Name name = entry.decl().name();
    findings.error(
        CompilerCodes.DECLARED_TWICE,
        name.span(),
        "`" + name.text() + "` is declared twice",
        "the first stands in " + placeOf(earlier.get().decl().name()));
  }

  private static String placeOf(Name name) {
    Position position = name.span().file().positionOf(name.span().start());
    return name.span().file().name() + ", line " + position.line();
  }

  /** The declarations of one kind, in source order. */
  <T extends Decl> List<Entry> all(Class<T> kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /**
   * What a name means in the file it stands in; reports it if it means nothing, or nothing of the
   * kinds wanted.
   */
  Optional<Entry> resolve(
      String packageName, Name name, String wanted, List<Class<? extends Decl>> kinds) {
    FileImports imported = imports.get(name.span().file());
    Optional<Entry> own = packages.find(packageName, name.text());
    if (own.isPresent()) {
      return ofKind(own.get(), packageName, name, wanted, kinds);
    }
    Optional<FileImports.Import> single = imported.byName(name.text());
    if (single.isPresent()) {
      return single.get().entry().flatMap(e -> ofKind(e, packageName, name, wanted, kinds));
    }
    List<Entry> found = imported.byWildcard(name.text(), packages);
    if (found.size() > 1) {
      ambiguous(name, found);
      return Optional.empty();
    }
    Optional<Entry> entry =
        found.isEmpty() ? packages.find("", name.text()) : Optional.of(found.get(0));
    if (entry.isEmpty() && !imported.mayHide()) {
      unknown(packageName, name, wanted, kinds);
    }
    return entry.flatMap(e -> ofKind(e, packageName, name, wanted, kinds));
  }

  private Optional<Entry> ofKind(
      Entry entry,
      String packageName,
      Name name,
      String wanted,
      List<Class<? extends Decl>> kinds) {
    if (entry.isOneOf(kinds)) {
      return Optional.of(entry);
    }
    findings.error(
        CompilerCodes.UNKNOWN_NAME,
        name.span(),
        "`" + name.text() + "` is not a " + wanted,
        () -> hint(packageName, name, kinds));
    return Optional.empty();
  }

  private void ambiguous(Name name, List<Entry> found) {
    List<String> names = found.stream().map(Entry::packageName).toList();
    findings.error(
        CompilerCodes.AMBIGUOUS_NAME,
        name.span(),
        "`" + name.text() + "` is imported from several packages: " + Findings.listing(names),
        "say which one with `import " + found.get(0).qualifiedName() + "`");
  }

  private void unknown(
      String packageName, Name name, String wanted, List<Class<? extends Decl>> kinds) {
    boolean inLostPackage =
        damage.isAny() && elsewhere(packageName, name.text(), kinds).isPresent();
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
    Optional<String> exact = elsewhere(packageName, name.text(), kinds);
    if (exact.isPresent()) {
      return exact;
    }
    Set<String> known = visible(packageName, name.span().file(), kinds);
    return Suggestions.hint(name.text(), known)
        .or(() -> nearElsewhere(packageName, name, kinds))
        .or(() -> Optional.of("there is " + Findings.listing(known)).filter(h -> !known.isEmpty()));
  }

  private Optional<String> nearElsewhere(
      String packageName, Name name, List<Class<? extends Decl>> kinds) {
    return Suggestions.closest(name.text(), packages.shortNames())
        .flatMap(
            near ->
                elsewhere(packageName, near, kinds)
                    .map(where -> "did you mean `" + near + "`? " + where));
  }

  private Set<String> visible(
      String packageName, SourceFile file, List<Class<? extends Decl>> kinds) {
    Set<String> known = new LinkedHashSet<>();
    for (Entry entry : packages.of(packageName)) {
      if (entry.isOneOf(kinds)) {
        known.add(entry.shortName());
      }
    }
    imports
        .get(file)
        .visible(packages)
        .forEach((shown, entry) -> addIf(entry.isOneOf(kinds), shown, known));
    packages.of("").forEach(entry -> addIf(entry.isOneOf(kinds), entry.shortName(), known));
    return known;
  }

  private static void addIf(boolean fits, String name, Set<String> names) {
    if (fits) {
      names.add(name);
    }
  }

  /** That another package has what is looked for. */
  private Optional<String> elsewhere(
      String packageName, String name, List<Class<? extends Decl>> kinds) {
    return packages.named(name).stream()
        .filter(entry -> entry.isOneOf(kinds))
        .filter(entry -> !entry.packageName().isEmpty() && !entry.packageName().equals(packageName))
        .findFirst()
        .map(
            entry ->
                "package `"
                    + entry.packageName()
                    + "` has one; write `import "
                    + entry.qualifiedName()
                    + "`");
  }

  /** Warns of the imports that nothing used, once everything has been looked up. */
  void warnOfUnusedImports() {
    imports.forEach(
        (file, imported) -> {
          if (!damage.isIn(file)) {
            imported.unused().forEach(this::unused);
          }
        });
  }

  private void unused(FileImports.Import unused) {
    findings.warning(
        CompilerCodes.UNUSED_IMPORT,
        unused.span(),
        "nothing in this file uses `" + unused.text() + "`",
        "remove the import");
  }

  static String qualify(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
