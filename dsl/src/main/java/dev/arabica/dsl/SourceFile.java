package dev.arabica.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A named text. Any bytes make one: what is wrong with them is found again by {@link FeatParser},
 * as diagnostics. Two files are equal only if they are the same object.
 */
public final class SourceFile {
  /** The largest file that is parsed, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private final String name;
  private final String text;
  private final Optional<Defect> defect;
  private final int[] lineStarts;

  private SourceFile(String name, String text, Optional<Defect> defect) {
    this.name = name;
    this.text = text;
    this.defect = defect;
    this.lineStarts = lineStarts(text);
  }

  /** A file held in memory, for tests and editors. */
  public static SourceFile of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file from its bytes: UTF-8, with or without a byte order mark. */
  public static SourceFile of(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new SourceFile(name, "", Optional.of(new Defect.TooLarge()));
    }
    Utf8.Decoded decoded = Utf8.decode(bytes);
    return new SourceFile(name, decoded.text(), decoded.malformed().map(Defect.NotUtf8::new));
  }

  /**
   * Reads a file; never more of it than {@link #MAX_BYTES} and one byte.
   *
   * @throws IOException if the file cannot be read
   */
  public static SourceFile read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return of(path.toString(), in.readNBytes(MAX_BYTES + 1));
    }
  }

  /** The name as diagnostics show it, usually a path. */
  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** Whether every character of the text was in the bytes, and none stands for malformed ones. */
  public boolean isUtf8() {
    return !(defect.orElse(null) instanceof Defect.NotUtf8);
  }

  /** What was wrong with the bytes. */
  Optional<Defect> defect() {
    return defect;
  }

  /** The line and column of an offset. */
  public Position positionOf(int offset) {
    int line = lineIndex(offset);
    int column = text.codePointCount(lineStarts[line], Math.min(offset, text.length()));
    return new Position(line + 1, column + 1);
  }

  /** The offset at which a line, counted from 1, starts. */
  public int startOfLine(int line) {
    return lineStarts[line - 1];
  }

  /** The text of a line, counted from 1, without its end. */
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return name;
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
    int line = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[++line] = i + 1;
    }
    return starts;
  }

  /** What can be wrong with the bytes of a file. */
  sealed interface Defect {
    record TooLarge() implements Defect {}

    record NotUtf8(int offset) implements Defect {}
  }
}
