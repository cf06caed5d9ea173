package dev.arabica.intake;

import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads the records of one CSV file into rows, columns found by its header. */
final class CsvRowDecoder implements RowDecoder {
  private static final int NOT_DECLARED = -1;

  private final List<SourcePlan.SourceField> fields;
  private final RowType rowType;

  /** For each column of the file, the field it fills. */
  private final int[] targets;

  /**
   * @throws DataFileException if a declared column is there twice, or one that is not nullable is
   *     not there
   */
  CsvRowDecoder(SourcePlan source, InputFile file) {
    this.fields = source.fields();
    this.rowType = source.rowType();
    this.targets = targets(file.header(), file.path());
    if (!file.header().isEmpty()) {
      requireColumns(source, file);
    }
  }

  @Override
  public Row decode(byte[] record) throws Rejection {
    List<String> texts = texts(record);
    Row row = new Row(rowType);
    for (int i = 0; i < targets.length; i++) {
      if (targets[i] != NOT_DECLARED && texts.get(i) != null) {
        set(row, targets[i], texts.get(i));
      }
    }
    for (int i = 0; i < fields.size(); i++) {
      if (row.isNull(i) && !fields.get(i).nullable()) {
        throw Rejection.missing(fields.get(i).name());
      }
    }
    return row;
  }

  /** The texts of a record, as many as the header has columns. */
  List<String> texts(byte[] record) throws Rejection {
    List<String> texts = Csv.parse(record);
    if (texts.size() != targets.length) {
      throw Rejection.malformed(
          texts.size() + " fields where the header has " + targets.length + " columns");
    }
    return texts;
  }

  /** The field that a column of the file fills, or a negative number. */
  int target(int column) {
    return targets[column];
  }

  void set(Row row, int field, String text) throws Rejection {
    SourcePlan.SourceField declared = fields.get(field);
    row.setValue(field, Texts.boxed(text, declared.type(), declared.encoding(), declared.name()));
  }

  private int[] targets(List<String> header, Path path) {
    int[] found = new int[header.size()];
    boolean[] seen = new boolean[fields.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = header.get(i) == null ? NOT_DECLARED : rowType.indexOf(header.get(i));
      if (found[i] != NOT_DECLARED && seen[found[i]]) {
        throw new DataFileException(path + ": column `" + header.get(i) + "` is there twice");
      }
      if (found[i] != NOT_DECLARED) {
        seen[found[i]] = true;
      }
    }
    return found;
  }

  private void requireColumns(SourcePlan source, InputFile file) {
    List<String> absent =
        source.fields().stream()
            .filter(field -> !field.nullable() && !file.header().contains(field.name()))
            .map(field -> "`" + field.name() + "`")
            .toList();
    if (!absent.isEmpty()) {
      throw new DataFileException(
          file.path()
              + ": no column "
              + String.join(", ", absent)
              + ", which source `"
              + source.name()
              + "` needs; the file has "
              + Arrays.toString(file.header().toArray()));
    }
  }
}
