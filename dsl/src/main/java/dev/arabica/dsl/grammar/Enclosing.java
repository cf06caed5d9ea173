package dev.arabica.dsl.grammar;

import org.antlr.v4.runtime.ParserRuleContext;

/** What a place in the parse tree belongs to. */
final class Enclosing {
  private Enclosing() {}

  /** The statement that holds a rule; the rule itself if none does. */
  static ParserRuleContext statement(ParserRuleContext context) {
    ParserRuleContext at = context;
    while (at != null && !Block.isStatement(at) && Block.of(at) == null) {
      at = at.getParent();
    }
    return at == null || Block.of(at) != null ? context : at;
  }

  static boolean isInStatement(ParserRuleContext context) {
    return Block.isStatement(statement(context));
  }

  /** Whether a rule lies between brackets: the one that closes them is still to come. */
  static boolean isBracketed(ParserRuleContext context) {
    ParserRuleContext at = context;
    while (at != null && !Block.isStatement(at) && !isBracket(at)) {
      at = at.getParent();
    }
    return at != null && isBracket(at);
  }

  private static boolean isBracket(ParserRuleContext context) {
    return switch (context.getRuleIndex()) {
      case FeatParser.RULE_arguments,
          FeatParser.RULE_bindings,
          FeatParser.RULE_list,
          FeatParser.RULE_items,
          FeatParser.RULE_access,
          FeatParser.RULE_caseBranch,
          FeatParser.RULE_caseElse,
          FeatParser.RULE_keyValues,
          FeatParser.RULE_expectations,
          FeatParser.RULE_structField ->
          true;
      default -> context.getParent() instanceof FeatParser.GroupContext;
    };
  }

  /** The innermost block that holds a rule, other than the file; null if none does. */
  static ParserRuleContext block(ParserRuleContext context) {
    ParserRuleContext at = context;
    while (at != null && Block.of(at) == null) {
      at = at.getParent();
    }
    return at == null || Block.of(at) == Block.FILE ? null : at;
  }

  /** The kind of the innermost block that holds a rule. */
  static Block nearest(ParserRuleContext context) {
    ParserRuleContext block = block(context);
    return block == null ? Block.FILE : Block.of(block);
  }

  /** What a block is the body of, quoted: its first word and, if it has one, its name. */
  static String owner(ParserRuleContext block) {
    ParserRuleContext owner = block.getParent();
    String word = owner.getStart().getText();
    FeatParser.NameContext name =
        Block.isDeclaration(owner) ? owner.getRuleContext(FeatParser.NameContext.class, 0) : null;
    return name == null ? "`" + word + "`" : "`" + word + " " + Shown.text(name.getText()) + "`";
  }
}
