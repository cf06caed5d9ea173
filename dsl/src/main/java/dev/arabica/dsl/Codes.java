package dev.arabica.dsl;

import java.util.List;

/** The codes of what can be wrong with the text alone: F01xx. Each phase has its own such table. */
public final class Codes {
  public static final Code TOO_LARGE = new Code("F0101", "the file is too large");
  public static final Code NOT_UTF8 = new Code("F0102", "the file is not UTF-8");
  public static final Code UNEXPECTED_CHARACTER = new Code("F0103", "unexpected character");
  public static final Code UNTERMINATED_STRING = new Code("F0104", "a string without an end");
  public static final Code BAD_ESCAPE = new Code("F0105", "an unknown escape in a string");
  public static final Code MALFORMED_LITERAL = new Code("F0106", "a malformed literal");
  public static final Code OUT_OF_RANGE = new Code("F0107", "a literal out of range");
  public static final Code FOREIGN_SPELLING = new Code("F0108", "a spelling of another language");
  public static final Code UNEXPECTED = new Code("F0110", "something else was expected");
  public static final Code UNCLOSED_BLOCK = new Code("F0111", "a block without an end");
  public static final Code UNKNOWN_WORD = new Code("F0112", "an unknown declaration or member");
  public static final Code GIVEN_TWICE = new Code("F0114", "given twice");
  public static final Code MISSING = new Code("F0115", "something is missing");
  public static final Code RESERVED_WORD = new Code("F0116", "a reserved word as a name");
  public static final Code TOO_DEEP = new Code("F0117", "nested too deeply");
  public static final Code CHAINED_COMPARISON = new Code("F0118", "comparisons in a row");
  public static final Code TOO_MANY = new Code("F0119", "too many errors");

  public static final Code BAD_ROW = new Code("F0120", "a row that does not fit its table");

  private Codes() {}

  /** All of them, by id. */
  public static List<Code> all() {
    return List.of(
        TOO_LARGE,
        NOT_UTF8,
        UNEXPECTED_CHARACTER,
        UNTERMINATED_STRING,
        BAD_ESCAPE,
        MALFORMED_LITERAL,
        OUT_OF_RANGE,
        FOREIGN_SPELLING,
        UNEXPECTED,
        UNCLOSED_BLOCK,
        UNKNOWN_WORD,
        GIVEN_TWICE,
        MISSING,
        RESERVED_WORD,
        TOO_DEEP,
        CHAINED_COMPARISON,
        TOO_MANY,
        BAD_ROW);
  }
}
