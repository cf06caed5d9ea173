package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.ast.Decl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tree of a spec that has all of the language, part by part. Run with {@code
 * -Dgolden.write=true} to write it anew.
 */
class SyntaxTreeTest {
  private static final Path FOLDER = Path.of("src/test/resources/specs");

  @Test
  void isThatOfTheGoldenFile() throws IOException {
    ParseResult result = FeatParser.parse(SourceFile.read(FOLDER.resolve("shop.feat")));
    assertThat(result.diagnostics()).isEmpty();
    String tree = text(result);
    Path golden = FOLDER.resolve("shop.tree");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, tree);
    }
    assertThat(tree).isEqualTo(Files.readString(golden));
  }

  private static String text(ParseResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(TreeText.of(result.file().packageDecl()));
    result.file().imports().forEach(declaration -> lines.add(TreeText.of(declaration)));
    for (Decl declaration : result.file().declarations()) {
      lines.add("");
      lines.add(declaration.getClass().getSimpleName());
      lines.addAll(TreeText.parts((Record) declaration));
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
