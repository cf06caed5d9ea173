package dev.arabica.intake;

/**
 * A record of a file.
 *
 * @param file the file's name without its folder
 * @param row counted from 1, without the header and without blank lines
 */
public record FilePosition(String file, long row) implements RecordPosition {
  @Override
  public String toString() {
    return file + ":" + row;
  }
}
