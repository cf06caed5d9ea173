package dev.arabica.compiler;

import dev.arabica.dsl.Code;
import java.util.List;
import java.util.stream.Stream;

/** The codes of what can be wrong with the meaning of a spec: F02xx are errors, F03xx warnings. */
public final class CompilerCodes {
  public static final Code UNKNOWN_NAME = new Code("F0201", "an unknown name");
  public static final Code DECLARED_TWICE = new Code("F0202", "a name declared twice");
  public static final Code UNKNOWN_COLUMN = new Code("F0203", "an unknown column");
  public static final Code UNKNOWN_FUNCTION = new Code("F0204", "an unknown function");
  public static final Code WRONG_TYPE = new Code("F0205", "a value of the wrong type");
  public static final Code WRONG_ARGUMENTS = new Code("F0206", "arguments that do not fit");
  public static final Code BAD_WINDOW = new Code("F0207", "a window that blocks cannot make up");
  public static final Code BAD_STEP = new Code("F0208", "a step that blocks cannot make up");
  public static final Code NOT_A_KEY = new Code("F0209", "a value that cannot be a key");
  public static final Code MISSING_CLAUSE = new Code("F0210", "a clause that is missing");
  public static final Code UNKNOWN_TYPE = new Code("F0211", "an unknown type");
  public static final Code BAD_DEFAULT = new Code("F0212", "a default that does not fit");
  public static final Code BAD_KEY_BINDING = new Code("F0213", "a key that is not bound");
  public static final Code BAD_DURATION = new Code("F0214", "a duration that does not fit");
  public static final Code CYCLE = new Code("F0216", "a declaration that depends on itself");
  public static final Code BAD_NAME = new Code("F0217", "a name that has another use");
  public static final Code TOO_LARGE = new Code("F0218", "a declaration that grows too large");
  public static final Code CONFLICT = new Code("F0219", "clauses that contradict each other");
  public static final Code AMBIGUOUS_NAME = new Code("F0220", "a name with several meanings");
  public static final Code READ_TOO_EARLY = new Code("F0230", "a member read before it is known");
  public static final Code BAD_ENRICHMENT = new Code("F0231", "an enrichment that does not fit");
  public static final Code BAD_FALLBACK = new Code("F0232", "a fallback that does not fit");
  public static final Code BAD_INPUT = new Code("F0233", "an input that a model cannot take");
  public static final Code BAD_TABLE = new Code("F0234", "a table that does not fit");
  public static final Code BAD_EXPECTATION =
      new Code("F0235", "an expectation that cannot come true");

  public static final Code UNUSED_LET = new Code("F0301", "a let that nothing uses");
  public static final Code SHORT_WINDOW =
      new Code("F0302", "a short window measured from the request");
  public static final Code UNUSED_KEY = new Code("F0303", "a key that nothing uses");
  public static final Code SHADOWED_NAME = new Code("F0304", "a name behind another");
  public static final Code UNSERVED_FEATURE = new Code("F0305", "a feature that is never served");
  public static final Code UNUSED_IMPORT = new Code("F0306", "an import that nothing uses");
  public static final Code UNUSED_ALLOW = new Code("F0307", "an `allow` that silences nothing");

  private CompilerCodes() {}

  /** All of them, by id. */
  public static List<Code> all() {
    return Stream.concat(errors().stream(), warnings().stream()).toList();
  }

  /** Those of errors. */
  private static List<Code> errors() {
    return List.of(
        UNKNOWN_NAME,
        DECLARED_TWICE,
        UNKNOWN_COLUMN,
        UNKNOWN_FUNCTION,
        WRONG_TYPE,
        WRONG_ARGUMENTS,
        BAD_WINDOW,
        BAD_STEP,
        NOT_A_KEY,
        MISSING_CLAUSE,
        UNKNOWN_TYPE,
        BAD_DEFAULT,
        BAD_KEY_BINDING,
        BAD_DURATION,
        CYCLE,
        BAD_NAME,
        TOO_LARGE,
        CONFLICT,
        AMBIGUOUS_NAME,
        READ_TOO_EARLY,
        BAD_ENRICHMENT,
        BAD_FALLBACK,
        BAD_INPUT,
        BAD_TABLE,
        BAD_EXPECTATION);
  }

  /** Those of warnings, which can be silenced. */
  public static List<Code> warnings() {
    return List.of(
        UNUSED_LET,
        SHORT_WINDOW,
        UNUSED_KEY,
        SHADOWED_NAME,
        UNSERVED_FEATURE,
        UNUSED_IMPORT,
        UNUSED_ALLOW);
  }
}
