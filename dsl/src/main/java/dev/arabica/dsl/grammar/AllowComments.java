package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Allow;
import dev.arabica.dsl.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * Finds the comments {@code // allow F0302} while the tokens of a file go by. Behind a statement
 * one is about its own line; alone on its line, about the next line that is not a comment alone.
 */
final class AllowComments {
  private static final Pattern ALLOW = Pattern.compile("//\\s*allow\\s+(?=F\\d)");

  /** One after the other, since a pattern of them all would recurse for each. */
  private static final Pattern CODE = Pattern.compile("(F\\d+)\\b(\\s*,\\s*(?=F\\d))?");

  private final SourceFile source;
  private final List<Allow> found = new ArrayList<>();
  private final List<Token> alone = new ArrayList<>();
  private int lastLine;

  AllowComments(SourceFile source) {
    this.source = source;
  }

  void see(Token token) {
    boolean comment = token.getType() == FeatLexer.COMMENT || token.getType() == FeatLexer.DOC;
    if (token.getLine() > lastLine + 1 || !comment) {
      release(token.getLine() > lastLine + 1 ? lastLine + 1 : token.getLine());
    }
    if (comment && token.getLine() > lastLine) {
      alone.add(token);
    } else if (comment) {
      add(token, token.getLine());
    }
    lastLine = token.getLine();
  }

  List<Allow> found() {
    return found;
  }

  /** The comments that stood alone are about this line. */
  private void release(int line) {
    alone.forEach(comment -> add(comment, line));
    alone.clear();
  }

  private void add(Token comment, int line) {
    Matcher allow = ALLOW.matcher(comment.getText());
    if (allow.lookingAt()) {
      Set<String> codes = codes(comment.getText(), allow.end());
      if (!codes.isEmpty()) {
        found.add(new Allow(codes, line, Spans.of(source, comment)));
      }
    }
  }

  private static Set<String> codes(String comment, int from) {
    Set<String> codes = new LinkedHashSet<>();
    Matcher code = CODE.matcher(comment).region(from, comment.length());
    boolean more = true;
    while (more && code.lookingAt()) {
      codes.add(code.group(1));
      more = code.group(2) != null;
      code.region(code.end(), comment.length());
    }
    return codes;
  }
}
