package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that an expression can name: fields of a source and lets of the views over it, or
 * finished features. A column whose declaration has an error is there without an expression, so
 * that its uses are not reported again.
 */
final class Scope {
  private final String noun;
  private final Map<String, Column> columns;
  private final Map<String, Boolean> owners = new HashMap<>();
  private final Set<String> later = new HashSet<>();
  private final Set<Span> declaredIn;
  private final Damage damage;
  private final boolean open;

  private Scope(
      String noun,
      Map<String, Column> columns,
      Collection<Span> declaredIn,
      Damage damage,
      boolean open) {
    this.noun = noun;
    this.columns = columns;
    this.declaredIn = new LinkedHashSet<>(declaredIn);
    this.damage = damage;
    this.open = open;
  }

  /** No columns yet, of a declaration at some place. */
  static Scope in(Span declaration, Damage damage) {
    return new Scope("column", new LinkedHashMap<>(), List.of(declaration), damage, false);
  }

  /** No finished features yet, of a group or a set at some place. */
  static Scope ofFeatures(Span declaration, Damage damage) {
    return new Scope("feature", new LinkedHashMap<>(), List.of(declaration), damage, false);
  }

  /** No columns yet, of a row that is made from those of others. */
  static Scope over(List<Scope> others, Damage damage) {
    List<Span> places = others.stream().flatMap(scope -> scope.declaredIn.stream()).toList();
    boolean open = others.stream().anyMatch(scope -> scope.open);
    return new Scope("column", new LinkedHashMap<>(), places, damage, open);
  }

  /** Where nothing is known about the columns: every name could be one. */
  static Scope unknown(Damage damage) {
    return new Scope("column", new LinkedHashMap<>(), List.of(), damage, true);
  }

  /** These columns, and more that a view adds to them. */
  Scope extendedBy(Span view) {
    List<Span> places = new ArrayList<>(declaredIn);
    places.add(view);
    return new Scope(noun, new LinkedHashMap<>(columns), places, damage, open);
  }

  void add(String name, Column column) {
    columns.put(name, column);
  }

  /** A finished value; without a type if it has an error that was reported. */
  void addValue(String name, Optional<Type> type) {
    add(
        name,
        type.map(t -> Column.of(new Type.Field(name, t, true), List.of())).orElse(Column.FAILED));
  }

  /**
   * A name that is no column itself but has some, {@code owner.column} each.
   *
   * @param known whether all of them are in the scope, so that another one is a mistake
   */
  void addOwner(String name, boolean known) {
    owners.put(name, known);
  }

  boolean isOwner(String name) {
    return owners.containsKey(name);
  }

  /** The columns of an owner. */
  List<String> columnsOf(String owner) {
    return names().stream().filter(name -> name.startsWith(owner + ".")).toList();
  }

  Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /** Whether a name is taken: one that only some parts of a union have is not. */
  boolean has(String name) {
    return find(name).filter(column -> column.objection().isEmpty()).isPresent();
  }

  /** Whether a name that is not found may be declared all the same, in what could not be read. */
  boolean mayHide(String name) {
    String owner = name.substring(0, Math.max(0, name.indexOf('.')));
    return open
        || !owners.getOrDefault(owner, true)
        || declaredIn.stream().anyMatch(place -> damage.mayHide(name, place));
  }

  /** What its names are called in a sentence. */
  String noun() {
    return noun;
  }

  /** The names that can be used, in the order of their declaration. */
  List<String> names() {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue().objection().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Notes names that are declared further down. */
  void announce(Collection<String> names) {
    later.addAll(names);
  }

  /** Whether a name that is not found is declared further down. */
  boolean isLater(String name) {
    return later.contains(name);
  }

  /** The type of each column, absent after an error. */
  Map<String, Optional<Type>> types() {
    Map<String, Optional<Type>> types = new LinkedHashMap<>();
    columns.forEach((name, column) -> types.put(name, column.type()));
    return types;
  }

  Map<String, Column> columns() {
    return columns;
  }
}
