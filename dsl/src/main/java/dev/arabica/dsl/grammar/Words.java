package dev.arabica.dsl.grammar;

import java.util.List;
import java.util.Set;

/** The words that recovery and messages know by their text. */
final class Words {
  /** What a file can hold. */
  static final List<String> DECLARATIONS = List.of("source", "view", "features", "feature_set");

  /** What a source can hold. */
  static final List<String> SOURCE_MEMBERS =
      List.of("kafka", "table", "fields", "time", "watermark", "late", "ahead", "dedup");

  /** Declarations that the language has and this version does not. */
  static final Set<String> LATER_DECLARATIONS =
      Set.of("snapshot", "request", "model", "test", "import");

  /** Statements that the language has and this version does not. */
  static final Set<String> LATER_STATEMENTS = Set.of("derive", "serve", "head", "enriched");

  /** Words that cannot be names. */
  static final Set<String> RESERVED =
      Set.of(
          "and", "as", "false", "in", "is", "let", "not", "null", "or", "over", "struct", "true",
          "where");

  private Words() {}
}
