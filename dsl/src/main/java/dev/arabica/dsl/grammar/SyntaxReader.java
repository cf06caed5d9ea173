package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Problems;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.ast.FeatFile;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;

/** Text to syntax tree: tokens, parse tree, tree. */
public final class SyntaxReader {
  private SyntaxReader() {}

  /** The tree of all that parsed; what did not is in the problems. */
  public static FeatFile read(SourceFile source, Problems problems) {
    Lexemes lexemes = Lexemes.read(source, problems);
    FeatParser parser =
        new FeatParser(new CommonTokenStream(new ListTokenSource(lexemes.tokens())));
    parser.removeErrorListeners();
    Layout layout = new Layout(lexemes.tokens());
    parser.setErrorHandler(
        new StatementRecovery(layout, new SyntaxErrors(source, layout, problems)));
    FeatParser.FileContext file = parser.file();
    return new FileBuilder(new Nodes(source, lexemes, problems)).build(file);
  }
}
