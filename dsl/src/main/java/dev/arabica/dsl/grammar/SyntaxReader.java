package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Allow;
import dev.arabica.dsl.Problems;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.ast.FeatFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BufferedTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Text to syntax tree: tokens, parse tree, tree. */
public final class SyntaxReader {
  private SyntaxReader() {}

  /** The tree of a file, and the comments in it that silence warnings. */
  public record Syntax(FeatFile file, List<Allow> allows) {}

  /** The tree of all that parsed; what did not is in the problems. */
  public static Syntax read(SourceFile source, Problems problems) {
    Lexemes lexemes = Lexemes.read(source, problems);
    FeatParser.FileContext context = tree(source, lexemes, problems);
    FeatFile file = new FileBuilder(new Nodes(source, lexemes, problems)).build(context);
    return new Syntax(file, lexemes.allows().found());
  }

  /** The parse tree of a text without errors: every token that counts, none of the comments. */
  public static FeatParser.FileContext tree(SourceFile source) {
    Problems problems = new Problems();
    return tree(source, Lexemes.read(source, problems), problems);
  }

  /** Every token of a text, the comments too. */
  public static List<Token> tokens(SourceFile source) {
    FeatLexer lexer = new FeatLexer(new SourceStream(source));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.nextToken());
    } while (tokens.get(tokens.size() - 1).getType() != Token.EOF);
    return tokens;
  }

  private static FeatParser.FileContext tree(
      SourceFile source, Lexemes lexemes, Problems problems) {
    BufferedTokenStream tokens = new BufferedTokenStream(new ListTokenSource(lexemes.tokens()));
    tokens.fill();
    FeatParser parser = new FeatParser(tokens);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.removeErrorListeners();
    Layout layout = new Layout(lexemes.tokens());
    parser.setErrorHandler(
        new StatementRecovery(layout, new SyntaxErrors(source, layout, problems)));
    return parser.file();
  }
}
