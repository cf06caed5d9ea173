package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.LetDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that an expression can name: fields of a source and lets of the views over it. A
 * column whose declaration has an error is there without an expression, so that its uses are not
 * reported again.
 */
final class Scope {
  private final Map<String, Column> columns;
  private final Map<String, Boolean> owners = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final List<Span> declaredIn;
  private final Damage damage;
  private final boolean open;

  /**
   * @param expr what the name stands for, over columns of the source; absent after an error
   * @param parts how many literals, columns and calls that is
   * @param let where the name was declared, if by a let
   */
  record Column(Optional<Expr> expr, int parts, Optional<LetDecl> let) {
    /** A field with an error. */
    static final Column FAILED = new Column(Optional.empty(), 1, Optional.empty());
  }

  private Scope(Map<String, Column> columns, List<Span> declaredIn, Damage damage, boolean open) {
    this.columns = columns;
    this.declaredIn = declaredIn;
    this.damage = damage;
    this.open = open;
  }

  /** No columns yet, of a declaration at some place. */
  static Scope in(Span declaration, Damage damage) {
    return new Scope(new LinkedHashMap<>(), List.of(declaration), damage, false);
  }

  /** Where nothing is known about the columns: every name could be one. */
  static Scope unknown(Damage damage) {
    return new Scope(new LinkedHashMap<>(), List.of(), damage, true);
  }

  /** These columns, and more that a view adds to them. */
  Scope extendedBy(Span view) {
    List<Span> places = new ArrayList<>(declaredIn);
    places.add(view);
    return new Scope(new LinkedHashMap<>(columns), places, damage, open);
  }

  void add(String name, Column column) {
    columns.put(name, column);
  }

  void add(SourcePlan.SourceField field) {
    Expr expr = new Expr.Column(field.name(), field.type());
    add(field.name(), new Column(Optional.of(expr), 1, Optional.empty()));
  }

  /**
   * A name that is no column itself but has some, {@code owner.column} each.
   *
   * @param known whether all of them are in the scope, so that another one is a mistake
   */
  void addOwner(String name, boolean known) {
    owners.put(name, known);
  }

  /** Says of a name that might be taken for a column why it is none. */
  void addNote(String name, String why) {
    notes.put(name, why);
  }

  Optional<String> note(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  boolean isOwner(String name) {
    return owners.containsKey(name);
  }

  /** The columns of an owner. */
  List<String> columnsOf(String owner) {
    return columns.keySet().stream().filter(name -> name.startsWith(owner + ".")).toList();
  }

  Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /** Whether a name that is not found may be declared all the same, in what could not be read. */
  boolean mayHide(String name) {
    String owner = name.substring(0, Math.max(0, name.indexOf('.')));
    return open
        || !owners.getOrDefault(owner, true)
        || declaredIn.stream().anyMatch(place -> damage.mayHide(name, place));
  }

  Set<String> names() {
    return columns.keySet();
  }
}
