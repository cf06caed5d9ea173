package dev.arabica.compiler;

import dev.arabica.compiler.Declarations.Entry;
import dev.arabica.dsl.ast.FeatFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declarations that have a name, by package and by name. */
final class Packages {
  private final Map<String, Map<String, Entry>> packages = new LinkedHashMap<>();
  private final Map<String, List<Entry>> byShortName = new HashMap<>();

  /** The package that a file belongs to, empty for none. */
  static String nameOf(FeatFile file) {
    return file.packageDecl().map(decl -> decl.name().text()).orElse("");
  }

  /** Notes that there is such a package, even if it declares nothing. */
  void open(String packageName) {
    packages.computeIfAbsent(packageName, name -> new LinkedHashMap<>());
  }

  /** Adds a declaration unless its package has one of that name, which is given back. */
  Optional<Entry> add(Entry entry) {
    open(entry.packageName());
    Entry earlier = packages.get(entry.packageName()).putIfAbsent(entry.shortName(), entry);
    if (earlier == null) {
      byShortName.computeIfAbsent(entry.shortName(), name -> new ArrayList<>()).add(entry);
    }
    return Optional.ofNullable(earlier);
  }

  boolean has(String packageName) {
    return packages.containsKey(packageName);
  }

  /** The names of all packages, without the nameless one. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(packages.keySet());
    names.remove("");
    return names;
  }

  Optional<Entry> find(String packageName, String name) {
    return Optional.ofNullable(packages.getOrDefault(packageName, Map.of()).get(name));
  }

  /** The declarations of a package, in source order. */
  Collection<Entry> of(String packageName) {
    return packages.getOrDefault(packageName, Map.of()).values();
  }

  /** The names of all declarations, without their packages. */
  Set<String> shortNames() {
    return byShortName.keySet();
  }

  /** The declarations of one name in all packages. */
  List<Entry> named(String shortName) {
    return byShortName.getOrDefault(shortName, List.of());
  }
}
