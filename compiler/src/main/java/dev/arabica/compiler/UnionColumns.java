package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a union: those that all its parts have, by one name and of one type. Of any other
 * it is told what keeps it out, where somebody uses it.
 */
final class UnionColumns {
  private final List<Name> names;
  private final List<Scope> parts;
  private final Scope union;

  private UnionColumns(List<Name> names, List<Scope> parts, Damage damage) {
    this.names = names;
    this.parts = parts;
    this.union = Scope.over(parts, damage);
  }

  /** The columns of a row of the union. */
  static Scope of(List<Name> names, List<Scope> parts, Damage damage) {
    UnionColumns columns = new UnionColumns(names, parts, damage);
    for (Scope part : parts) {
      part.names().forEach(columns::add);
    }
    return columns.union;
  }

  private void add(String column) {
    if (union.find(column).isPresent()) {
      return;
    }
    List<Column> behind = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Optional<Column> part = parts.get(i).find(column).filter(c -> c.objection().isEmpty());
      if (part.isEmpty()) {
        union.add(column, parts.get(i).mayHide(column) ? Column.FAILED : missing(column, i));
        return;
      }
      behind.add(part.get());
    }
    union.add(column, common(column, behind));
  }

  private Column missing(String column, int part) {
    return Column.refused(
        new Column.Objection(
            CompilerCodes.UNKNOWN_COLUMN,
            "`" + names.get(part).text() + "` has no column `" + column + "`",
            "a union has the columns that all its parts have, each of one type"));
  }

  private Column common(String column, List<Column> behind) {
    boolean nullable = behind.stream().anyMatch(Column::nullable);
    Optional<Type> first = behind.get(0).type();
    for (int i = 0; i < behind.size(); i++) {
      Optional<Type> type = behind.get(i).type();
      if (type.isEmpty()) {
        return Column.FAILED;
      }
      if (!type.equals(first)) {
        return differing(column, first.get(), i, type.get());
      }
    }
    return first.get() == Type.NULL
        ? behind.get(0)
        : Column.of(new Type.Field(column, first.get(), nullable), behind);
  }

  private Column differing(String column, Type first, int part, Type other) {
    return Column.refused(
        new Column.Objection(
            CompilerCodes.WRONG_TYPE,
            "`%s` is of type %s in `%s` and of type %s in `%s`"
                .formatted(column, first, names.get(0).text(), other, names.get(part).text()),
            "give it one type in a view of each, by a `let` of another name"));
  }
}
