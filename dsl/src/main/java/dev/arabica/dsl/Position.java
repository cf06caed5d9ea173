package dev.arabica.dsl;

/** A place in a file as editors count it: line and column, both from 1, columns in code points. */
public record Position(int line, int column) {
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
