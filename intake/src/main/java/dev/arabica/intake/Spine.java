package dev.arabica.intake;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The impressions that a training set is built on, read from CSV or JSON Lines, gzip'd or not. The
 * columns are the set's keys, {@code event_ts}, optionally {@code feature_watermark} (for all
 * groups), {@code feature_watermark.<group>} (for one) and {@code read_revision}; instants are
 * ISO-8601 with an offset. All other columns pass through: in CSV as strings, in JSON Lines as what
 * they hold throughout (bool, int64, float64, string), else as JSON text.
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
   * Opens a spine for a feature set.
   *
   * @throws DataFileException naming the file if it does not exist, cannot be read, is empty, lacks
   *     a key or {@code event_ts}, or has a column named as a feature of the set
   */
  public static Spine open(FeatureSetPlan set, Path path) {
    InputFile file = InputFile.open(path);
    try {
      return file.csvFormat() ? openCsv(set, file) : openJson(set, file);
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

  private static Spine openCsv(FeatureSetPlan set, InputFile file) {
    SpineColumns columns = new SpineColumns(set, file.header(), Map.of(), file.path());
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

  private static Spine openJson(FeatureSetPlan set, InputFile file) {
    JsonColumns found = JsonColumns.of(file.path());
    SpineColumns columns = new SpineColumns(set, found.names(), found.types(), file.path());
    return new Spine(file, columns, new JsonSpineReader(set, columns.fields(), found));
  }
}
