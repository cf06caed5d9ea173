package dev.arabica.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

/**
 * An open CSV or JSON Lines file, gzip'd or not (told by content), as raw records. Which of the two
 * it is says its name ({@code .csv}, {@code .jsonl}, {@code .ndjson}, {@code .json}, each with or
 * without {@code .gz}), else its first byte that is not blank.
 */
final class InputFile implements RecordIterator<byte[]> {
  private static final int PEEKED_BYTES = 4096;

  private final Path path;
  private final InputStream in;
  private final boolean csv;
  private final List<String> header;
  private RecordSplitter records;
  private byte[] next;
  private boolean fetched;
  private long row;

  private InputFile(Path path, InputStream in) throws IOException {
    this.path = path;
    this.in = in;
    skipByteOrderMark();
    this.csv = isCsv();
    this.records = new RecordSplitter(in, csv);
    this.header = csv ? readHeader() : List.of();
  }

  /**
   * Opens a file.
   *
   * @throws DataFileException naming the file if it does not exist or cannot be read
   */
  static InputFile open(Path path) {
    if (!Files.exists(path)) {
      throw new DataFileException("no such file: " + path);
    }
    if (Files.isDirectory(path)) {
      throw new DataFileException("a folder, not a file: " + path);
    }
    InputStream in = null;
    try {
      in = Files.newInputStream(path);
      return new InputFile(path, unzipped(in));
    } catch (IOException e) {
      closeQuietly(in);
      throw new DataFileException("cannot read " + path + ": " + e.getMessage(), e);
    } catch (DataFileException e) {
      closeQuietly(in);
      throw e;
    }
  }

  boolean csvFormat() {
    return csv;
  }

  /** The column names of a CSV file; null for an unnamed one; empty for an empty file. */
  List<String> header() {
    return header;
  }

  Path path() {
    return path;
  }

  /** The file's name without its folder. */
  String name() {
    return path.getFileName().toString();
  }

  /** The number of the record given last, from 1. */
  long row() {
    return row;
  }

  FilePosition position() {
    return new FilePosition(name(), row);
  }

  @Override
  public boolean hasNext() {
    if (!fetched) {
      next = read();
      fetched = true;
    }
    return next != null;
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    fetched = false;
    row++;
    return next;
  }

  @Override
  public void close() {
    closeQuietly(in);
  }

  private byte[] read() {
    try {
      return records.next();
    } catch (IOException e) {
      throw new DataFileException(
          "cannot read " + path + " after row " + row + ": " + e.getMessage(), e);
    }
  }

  private List<String> readHeader() {
    byte[] line = read();
    try {
      return line == null ? List.of() : Csv.parse(line);
    } catch (Rejection e) {
      throw new DataFileException(path + ": the header is unreadable: " + e.getMessage());
    }
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(2);
    boolean zipped = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return zipped ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
  }

  private void skipByteOrderMark() throws IOException {
    in.mark(3);
    if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
      in.reset();
    }
  }

  private boolean isCsv() throws IOException {
    String name = name().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.matches(".*\\.(jsonl|ndjson|json)")) {
      return false;
    }
    return name.endsWith(".csv") || firstVisibleByte() != '{';
  }

  private int firstVisibleByte() throws IOException {
    in.mark(PEEKED_BYTES);
    int b = in.read();
    for (int i = 1; i < PEEKED_BYTES && b >= 0 && b <= ' '; i++) {
      b = in.read();
    }
    in.reset();
    return b;
  }

  private static void closeQuietly(InputStream in) {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      // The file was only read: nothing can be lost.
    }
  }
}
