package dev.arabica.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Writes rows of typed columns as CSV ({@code .csv}) or JSON Lines ({@code .jsonl}, {@code
 * .ndjson}), gzip'd if the name ends with {@code .gz}. CSV has a header and LF line ends; null is
 * an empty field, the empty string {@code ""}, and a text is quoted only where it must be.
 */
public final class RowFileWriter implements AutoCloseable {
  private final Path path;
  private final List<Type.Field> columns;
  private final boolean csv;
  private final Writer out;

  /**
   * Creates the file, or empties it.
   *
   * @throws DataFileException if the name says no format, or the file cannot be written
   */
  public RowFileWriter(Path path, List<Type.Field> columns) {
    this.path = path;
    this.columns = List.copyOf(columns);
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    String format = name.replaceFirst("\\.gz$", "");
    this.csv = format.endsWith(".csv");
    if (!csv && !format.endsWith(".jsonl") && !format.endsWith(".ndjson")) {
      throw new DataFileException(
          path + ": the name of an output file ends with .csv or .jsonl, with or without .gz");
    }
    try {
      OutputStream file = Files.newOutputStream(path);
      OutputStream bytes = name.endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
      this.out =
          new java.io.BufferedWriter(
              new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
      if (csv) {
        writeHeader();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Writes one row of boxed values. */
  public void write(List<?> values) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + columns.size() + " columns");
    }
    try {
      if (csv) {
        writeCsv(values);
      } else {
        writeJson(values);
      }
      out.write('\n');
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void writeHeader() throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(quoted(columns.get(i).name()));
    }
    out.write('\n');
  }

  private void writeCsv(List<?> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      out.write(i == 0 ? "" : ",");
      if (values.get(i) != null) {
        out.write(quoted(ValueJson.toText(columns.get(i).type(), values.get(i))));
      }
    }
  }

  private void writeJson(List<?> values) throws IOException {
    StringWriter line = new StringWriter(256);
    try (JsonGenerator json = JsonRowDecoder.JSON.createGenerator(line)) {
      json.writeStartObject();
      for (int i = 0; i < values.size(); i++) {
        json.writeFieldName(columns.get(i).name());
        ValueJson.write(json, columns.get(i).type(), values.get(i));
      }
      json.writeEndObject();
    }
    out.write(line.toString());
  }

  private static String quoted(String text) {
    boolean needed = text.isEmpty();
    for (int i = 0; i < text.length() && !needed; i++) {
      char c = text.charAt(i);
      needed = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private DataFileException failed(IOException e) {
    return new DataFileException("cannot write " + path + ": " + e, e);
  }
}
