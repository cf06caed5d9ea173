package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the table of a test can hold.
 *
 * @param name qualified
 * @param columns without an error
 * @param mayHide whether a name that is none of the columns may be one all the same, which has an
 *     error
 */
record TestTable(
    SpecTest.Input input, String name, List<Column> columns, Predicate<String> mayHide) {
  TestTable {
    columns = List.copyOf(columns);
  }

  /**
   * A column of such a table.
   *
   * @param encoding of a timestamp
   * @param defaultValue stands for a value that is not there
   */
  record Column(Type.Field field, TimeEncoding encoding, Optional<Expr.Literal> defaultValue) {
    String name() {
      return field.name();
    }

    /** Whether every row needs a value. */
    boolean isRequired() {
      return !field.nullable() && defaultValue.isEmpty();
    }
  }

  static TestTable of(SourcePlan source, Predicate<String> mayHide) {
    List<Column> columns = new ArrayList<>();
    for (SourcePlan.SourceField field : source.fields()) {
      columns.add(
          new Column(
              new Type.Field(field.name(), field.type(), field.nullable()),
              field.encoding(),
              Optional.empty()));
    }
    return new TestTable(SpecTest.Input.SOURCE, source.name(), columns, mayHide);
  }

  static TestTable of(SnapshotPlan snapshot, Predicate<String> mayHide) {
    List<Column> columns = new ArrayList<>();
    snapshot.keys().forEach(key -> columns.add(required(key.name(), key.type())));
    columns.add(required(snapshot.validFrom(), Type.TIMESTAMP));
    snapshot.columns().forEach(column -> columns.add(of(column)));
    return new TestTable(SpecTest.Input.SNAPSHOT, snapshot.name(), columns, mayHide);
  }

  static TestTable of(RequestPlan request, Predicate<String> mayHide) {
    List<Column> columns = request.columns().stream().map(TestTable::of).toList();
    return new TestTable(SpecTest.Input.REQUEST, request.name(), columns, mayHide);
  }

  private static Column required(String name, Type type) {
    return new Column(new Type.Field(name, type, false), TimeEncoding.ISO, Optional.empty());
  }

  private static Column of(ColumnPlan column) {
    return new Column(
        new Type.Field(column.name(), column.type(), column.nullable()),
        TimeEncoding.ISO,
        column.defaultValue());
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** Whether a row of it has to be given before anything can be asked. */
  boolean isRequired() {
    return columns.stream().anyMatch(Column::isRequired);
  }
}
