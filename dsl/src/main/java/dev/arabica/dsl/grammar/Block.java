package dev.arabica.dsl.grammar;

import java.util.List;
import org.antlr.v4.runtime.RuleContext;

/** A place that holds one statement after another: where recovery from an error can end. */
enum Block {
  FILE,
  SOURCE,
  FIELDS,
  VIEW,
  FEATURES,
  COLUMNS,
  FEATURE_SET,
  MODEL,
  TEST;

  /** The block that a rule parses, or null. */
  static Block of(RuleContext context) {
    return switch (context.getRuleIndex()) {
      case FeatParser.RULE_file -> FILE;
      case FeatParser.RULE_sourceBlock -> SOURCE;
      case FeatParser.RULE_fieldBlock -> FIELDS;
      case FeatParser.RULE_viewBlock -> VIEW;
      case FeatParser.RULE_featuresBlock -> FEATURES;
      case FeatParser.RULE_columnBlock -> COLUMNS;
      case FeatParser.RULE_setBlock -> FEATURE_SET;
      case FeatParser.RULE_modelBlock -> MODEL;
      case FeatParser.RULE_testBlock -> TEST;
      default -> null;
    };
  }

  /** Whether a rule parses one statement of a block. */
  static boolean isStatement(RuleContext context) {
    return switch (context.getRuleIndex()) {
      case FeatParser.RULE_sourceMember,
          FeatParser.RULE_field,
          FeatParser.RULE_viewMember,
          FeatParser.RULE_groupWhere,
          FeatParser.RULE_head,
          FeatParser.RULE_serve,
          FeatParser.RULE_derive,
          FeatParser.RULE_feature,
          FeatParser.RULE_column,
          FeatParser.RULE_member,
          FeatParser.RULE_label,
          FeatParser.RULE_modelMember,
          FeatParser.RULE_given,
          FeatParser.RULE_moment,
          FeatParser.RULE_expect ->
          true;
      default -> false;
    };
  }

  /** Whether a rule parses one statement of a file. */
  static boolean isDeclaration(RuleContext context) {
    return switch (context.getRuleIndex()) {
      case FeatParser.RULE_file,
          FeatParser.RULE_packageDecl,
          FeatParser.RULE_importDecl,
          FeatParser.RULE_sourceDecl,
          FeatParser.RULE_viewDecl,
          FeatParser.RULE_featuresDecl,
          FeatParser.RULE_snapshotDecl,
          FeatParser.RULE_requestDecl,
          FeatParser.RULE_featureSetDecl,
          FeatParser.RULE_modelDecl,
          FeatParser.RULE_testDecl ->
          true;
      default -> false;
    };
  }

  /** Whether a token that starts a line looks like the first of a statement of this block. */
  boolean startsStatement(Layout layout, int index) {
    int next = layout.token(index + 1).getType();
    return switch (this) {
      case FILE -> layout.startsDeclaration(index);
      case SOURCE -> layout.isWord(index);
      case FIELDS, COLUMNS ->
          (layout.isWord(index) || layout.isReserved(index))
              && (layout.isWord(index + 1) || next == FeatLexer.STRUCT);
      case VIEW, MODEL, TEST -> words().contains(layout.token(index).getText());
      case FEATURES, FEATURE_SET ->
          words().contains(layout.token(index).getText())
              || next == FeatLexer.ASSIGN
              || layout.isWord(index) && layout.isCall(index + 1);
    };
  }

  /** The keywords that statements of this block begin with. */
  List<String> words() {
    return switch (this) {
      case FILE -> Words.DECLARATIONS;
      case SOURCE ->
          List.of("kafka", "table", "fields", "time", "watermark", "late", "ahead", "dedup");
      case VIEW -> List.of("where", "let", "dedup");
      case FEATURES -> List.of("head", "serve", "derive");
      case FEATURE_SET -> List.of("derive", "label");
      case MODEL -> List.of("onnx", "features", "input");
      case TEST -> List.of("given", "at", "expect");
      case FIELDS, COLUMNS -> List.of();
    };
  }

  /** The keywords that go on with a statement of this block. */
  List<String> clauses() {
    return switch (this) {
      case SOURCE -> List.of("behind", "up", "to", "within");
      case VIEW -> List.of("and", "not", "within", "when", "then", "else", "end");
      case FEATURES ->
          List.of("where", "over", "step", "anchor", "default", "as", "allow", "and", "not");
      case FEATURE_SET ->
          List.of("enriched", "fallback", "where", "from", "within", "default", "and", "not");
      case COLUMNS -> List.of("default");
      case MODEL -> List.of("hashed");
      case TEST -> List.of("watermark", "within");
      case FILE, FIELDS -> List.of();
    };
  }

  /** What may stand where a statement may. */
  String content() {
    return switch (this) {
      case FILE -> "a declaration such as `source` or `features`";
      case SOURCE -> "a member of the source";
      case FIELDS -> "a field";
      case VIEW -> "`where`, `let`, `dedup`";
      case FEATURES -> "a feature, `head`, `serve`, `derive`";
      case COLUMNS -> "a column";
      case FEATURE_SET -> "a member of the set, `derive`, `label`";
      case MODEL -> "`onnx`, `features`, `input`";
      case TEST -> "`given`, `at`, `expect`";
    };
  }
}
