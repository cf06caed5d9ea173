package dev.arabica.compiler;

import dev.arabica.dsl.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the imports of one file make visible in it, and which of them are used. */
final class FileImports {
  private final Map<String, Import> names = new LinkedHashMap<>();
  private final List<Import> wildcards = new ArrayList<>();
  private boolean open;

  /** One name, or all names of a package. */
  static final class Import {
    private final String text;
    private final Optional<Declarations.Entry> entry;
    private final Span span;
    private boolean used;

    private Import(String text, Optional<Declarations.Entry> entry, Span span) {
      this.text = text;
      this.entry = entry;
      this.span = span;
    }

    /** What is imported, as the file writes it. */
    String text() {
      return text;
    }

    /** What the name means; absent after an error. */
    Optional<Declarations.Entry> entry() {
      return entry;
    }

    Span span() {
      return span;
    }
  }

  /** Adds a name; false if there is one of that spelling. */
  boolean add(String shown, Optional<Declarations.Entry> entry, Span span) {
    return names.putIfAbsent(shown, new Import(shown, entry, span)) == null;
  }

  void addAll(String packageName, Span span) {
    wildcards.add(new Import(packageName, Optional.empty(), span));
  }

  /** Notes the import of a whole package that is not known: it could have any name. */
  void addUnknown() {
    open = true;
  }

  /** Whether a name that is not found may be imported all the same. */
  boolean mayHide() {
    return open;
  }

  /** The import of one name that gives it. */
  Optional<Import> byName(String name) {
    Optional<Import> found = Optional.ofNullable(names.get(name));
    found.ifPresent(i -> i.used = true);
    return found;
  }

  /** What the imports of whole packages give for a name: more than one if it is ambiguous. */
  List<Declarations.Entry> byWildcard(String name, Packages packages) {
    List<Declarations.Entry> found = new ArrayList<>();
    for (Import wildcard : wildcards) {
      Optional<Declarations.Entry> entry = packages.find(wildcard.text, name);
      wildcard.used |= entry.isPresent();
      entry.filter(e -> !found.contains(e)).ifPresent(found::add);
    }
    return found;
  }

  /** The imports that are right and that nothing has asked for. */
  List<Import> unused() {
    List<Import> unused = new ArrayList<>();
    names.values().stream().filter(i -> !i.used && i.entry.isPresent()).forEach(unused::add);
    wildcards.stream().filter(i -> !i.used).forEach(unused::add);
    return unused;
  }

  /** Every visible name with what it means. */
  Map<String, Declarations.Entry> visible(Packages packages) {
    Map<String, Declarations.Entry> visible = new LinkedHashMap<>();
    names.forEach((name, found) -> found.entry.ifPresent(entry -> visible.put(name, entry)));
    for (Import wildcard : wildcards) {
      packages.of(wildcard.text).forEach(entry -> visible.putIfAbsent(entry.shortName(), entry));
    }
    return visible;
  }
}
