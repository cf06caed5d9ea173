package dev.arabica.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream of bytes into records at line ends (LF or CRLF), of CSV only outside quotes, and
 * leaves the line ends out. It works on bytes, so that a record that is not even UTF-8 is kept as
 * it came.
 */
final class RecordSplitter {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final boolean quotes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream record = new ByteArrayOutputStream(256);
  private int position;
  private int limit;

  RecordSplitter(InputStream in, boolean quotes) {
    this.in = in;
    this.quotes = quotes;
  }

  /** The next record that is not blank, or null at the end. */
  byte[] next() throws IOException {
    byte[] next = nextLine();
    while (next != null && isBlank(next)) {
      next = nextLine();
    }
    return next;
  }

  private byte[] nextLine() throws IOException {
    record.reset();
    boolean mayOpen = true;
    boolean quoted = false;
    int from = position;
    while (true) {
      if (position == limit) {
        record.write(buffer, from, position - from);
        if (!fill()) {
          return record.size() == 0 ? null : withoutCarriageReturn(record.toByteArray());
        }
        from = 0;
      }
      byte b = buffer[position++];
      if (b == '\n' && !quoted) {
        record.write(buffer, from, position - 1 - from);
        return withoutCarriageReturn(record.toByteArray());
      }
      if (quotes && b == '"') {
        // A quote opens at the start of a field, or again right after one that closed.
        boolean closes = quoted;
        quoted = !quoted && mayOpen;
        mayOpen = closes;
      } else {
        mayOpen = b == ',';
      }
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private static byte[] withoutCarriageReturn(byte[] line) {
    int length = line.length;
    return length > 0 && line[length - 1] == '\r'
        ? java.util.Arrays.copyOf(line, length - 1)
        : line;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
