package dev.arabica.intake;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The impressions that a training set is built on, read from CSV or JSON Lines, gzip'd or not. The
 * columns are the set's keys, {@code event_ts}, optionally {@code feature_watermark} (for all
 * groups), {@code feature_watermark.<group>} (for one), {@code read_revision}, and what the set
 * reads of requests, under the names of their columns; instants are ISO-8601 with an offset. All
 * other columns pass through: in CSV as strings, in JSON Lines as what they hold throughout (bool,
 * int64, float64, string), else as JSON text.
 *
 * <p>Rows come in the file's order and none is left out: one without {@code event_ts} or without a
 * key has null there. A value that is not of its type is a {@link DataFileException} naming file,
 * row and column.
 */
public final class Spine implements RecordIterator<SpineRow> {
  private final InputFile file;
  private final SpineColumns columns;
  private final Reader reader;

  private Spine(InputFile file, SpineColumns columns, Reader reader) {
    this.file = file;
    this.columns = columns;
    this.reader = reader;
  }

  /** Reads the values of one record. */
  interface Reader {
    Object[] read(byte[] record) throws Rejection;
  }

  /**
   * Opens a spine for a feature set that reads no request.
   *
   * @throws DataFileException as {@link #open(Plan, FeatureSetPlan, Path)} does
   */
  public static Spine open(FeatureSetPlan set, Path path) {
    return open(SpineNeeds.of(set), path);
  }

  /**
   * Opens a spine for a feature set of a plan.
   *
   * @throws DataFileException naming the file if it does not exist, cannot be read, is empty, lacks
   *     a key, {@code event_ts} or a column of a request that has no default, or has a column named
   *     as a feature of the set
   */
  public static Spine open(Plan plan, FeatureSetPlan set, Path path) {
    return open(SpineNeeds.of(plan, set), path);
  }

  private static Spine open(SpineNeeds needs, Path path) {
    InputFile file = InputFile.open(path);
    try {
      return file.csvFormat() ? openCsv(needs, file) : openJson(needs, file);
    } catch (DataFileException e) {
      file.close();
      throw e;
    }
  }

  /** The file's columns in order (in JSON Lines: of first appearance), all nullable. */
  public List<Type.Field> columns() {
    return columns.fields();
  }

  @Override
  public boolean hasNext() {
    return file.hasNext();
  }

  @Override
  public SpineRow next() {
    byte[] record = file.next();
    try {
      return columns.row(file.row() - 1, reader.read(record));
    } catch (Rejection e) {
      throw new DataFileException(file.path() + ": row " + file.row() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    file.close();
  }

  private static Spine openCsv(SpineNeeds needs, InputFile file) {
    SpineColumns columns = new SpineColumns(needs, file.header(), Map.of(), file.path());
    return new Spine(file, columns, record -> readCsv(columns.fields(), record));
  }

  private static Object[] readCsv(List<Type.Field> fields, byte[] record) throws Rejection {
    List<String> texts = Csv.parse(record);
    if (texts.size() != fields.size()) {
      throw Rejection.malformed(
          texts.size() + " fields where the header has " + fields.size() + " columns");
    }
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      String text = texts.get(i);
      Type.Field field = fields.get(i);
      values[i] =
          text == null ? null : Texts.boxed(text, field.type(), TimeEncoding.ISO, field.name());
    }
    return values;
  }

  private static Spine openJson(SpineNeeds needs, InputFile file) {
    JsonColumns found = JsonColumns.of(file.path());
    SpineColumns columns = new SpineColumns(needs, found.names(), found.types(), file.path());
    return new Spine(file, columns, new JsonSpineReader(needs, columns.fields(), found));
  }
}
