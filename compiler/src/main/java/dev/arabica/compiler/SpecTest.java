package dev.arabica.compiler;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * A {@code test} of a spec, resolved and typed against the plan that was compiled with it. Values
 * are boxed (see {@link Type}); names are those of the plan.
 *
 * @param span of the title
 */
public record SpecTest(String title, Span span, List<Given> givens, List<Moment> moments) {
  public SpecTest {
    givens = List.copyOf(givens);
    moments = List.copyOf(moments);
  }

  /** What a table of a test holds. */
  public enum Input {
    /** Events, before admission: duplicates and late rows are what the test makes of them. */
    SOURCE,
    /** Dated rows. */
    SNAPSHOT,
    /** The one row that every moment asks with. */
    REQUEST
  }

  /**
   * The rows of one source, snapshot or request.
   *
   * @param name qualified
   * @param columns all that are declared, in the plan's order; of a snapshot the keys, the time
   *     that a row is valid from, and the columns
   * @param span of the name
   */
  public record Given(
      Input input, String name, List<Type.Field> columns, List<Row> rows, Span span) {
    public Given {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * One line of a table.
   *
   * @param cells one for each of the columns
   */
  public record Row(List<Cell> cells, Span span) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * @param value null where the cell is empty or the table does not have the column; a default of
   *     the column has been put in
   * @param span of the cell, or of the line if the table does not have the column
   */
  public record Cell(Object value, Span span) {}

  /**
   * A time of asking.
   *
   * @param time microseconds since the epoch
   * @param watermark of every group, microseconds since the epoch
   */
  public record Moment(long time, Optional<Long> watermark, List<Expect> expects, Span span) {
    public Moment {
      expects = List.copyOf(expects);
    }
  }

  /** What answers. */
  public enum Subject {
    GROUP,
    FEATURE_SET
  }

  /**
   * What is expected for one key.
   *
   * @param name qualified name of the group or feature set
   * @param keys all of its keys, in its order
   * @param span of the name
   */
  public record Expect(
      Subject subject, String name, List<Key> keys, List<Expected> values, Span span) {
    public Expect {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }
  }

  /**
   * @param value null too: such an entity is never looked up
   */
  public record Key(String name, Type type, Object value, Span span) {}

  /**
   * One feature of a group, or one column of a set (of a derive or label too).
   *
   * @param span of the whole expectation
   */
  public record Expected(String column, Type type, Outcome outcome, Span span) {}

  /** What a column has to be. */
  public sealed interface Outcome {
    /**
     * A value, null too, whatever its status.
     *
     * @param within how far a number may be off, an instant in microseconds; in a list or vector,
     *     each of its elements
     */
    record Value(Object value, Optional<Double> within) implements Outcome {}

    /** A status, whatever the value. */
    record Status(FeatureStatus status) implements Outcome {}
  }
}
