package dev.arabica.dsl.format;

import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.grammar.FeatLexer;
import dev.arabica.dsl.grammar.SyntaxReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** What stands between the tokens of a file: comments and empty lines. */
final class Comments {
  private final Map<Integer, List<Comment>> before = new HashMap<>();
  private final Set<Integer> afterBlank = new HashSet<>();

  private Comments() {}

  static Comments of(SourceFile source) {
    Comments comments = new Comments();
    List<Comment> gap = new ArrayList<>();
    int line = 0;
    for (Token token : SyntaxReader.tokens(source)) {
      boolean blank = line > 0 && token.getLine() > line + 1;
      if (isComment(token)) {
        gap.add(comment(token, token.getLine() > line, blank));
      } else {
        comments.add(token.getStartIndex(), gap, blank);
        gap = new ArrayList<>();
      }
      line = token.getLine();
    }
    return comments;
  }

  /** The comments between a token and the one before it. */
  List<Comment> before(Token token) {
    return before.getOrDefault(token.getStartIndex(), List.of());
  }

  /** Whether an empty line stands right before a token, behind its comments. */
  boolean blankBefore(Token token) {
    return afterBlank.contains(token.getStartIndex());
  }

  /** Whether an empty line stands anywhere between a token and the one before it. */
  boolean blankAround(Token token) {
    return blankBefore(token) || before(token).stream().anyMatch(Comment::blankBefore);
  }

  private void add(int token, List<Comment> gap, boolean blank) {
    if (!gap.isEmpty()) {
      before.put(token, gap);
    }
    if (blank && (gap.isEmpty() || !gap.get(gap.size() - 1).doc())) {
      afterBlank.add(token);
    }
  }

  /** A doc comment belongs to what follows, so it stands on a line of its own. */
  private static Comment comment(Token token, boolean ownLine, boolean blank) {
    boolean doc = token.getType() == FeatLexer.DOC;
    return new Comment(token.getText().stripTrailing(), doc, ownLine || doc, blank);
  }

  private static boolean isComment(Token token) {
    return token.getType() == FeatLexer.DOC || token.getType() == FeatLexer.COMMENT;
  }
}
