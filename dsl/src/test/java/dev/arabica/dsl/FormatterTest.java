package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the one layout looks like. Run with {@code -Dgolden.write=true} to write it anew. */
class FormatterTest {
  private static final Path FOLDER = Path.of("src/test/resources/format");

  @Test
  void laysOutWhatIsNot() throws IOException {
    String formatted = format(Files.readString(FOLDER.resolve("everything.feat")));
    Path golden = FOLDER.resolve("everything.formatted");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, formatted);
    }
    assertThat(formatted).isEqualTo(Files.readString(golden));
    assertThat(format(formatted)).isEqualTo(formatted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spotlight", "shop"})
  void leavesAloneWhatIsLaidOut(String name) throws IOException {
    String spec = Files.readString(Path.of("src/test/resources/specs/" + name + ".feat"));
    assertThat(format(spec)).isEqualTo(spec);
  }

  @Test
  void leavesAloneWhatHasNoDeclaration() {
    assertThat(format("")).isEmpty();
    assertThat(format("// only this\n")).isEqualTo("// only this\n");
  }

  @Test
  void dropsMarksAndCarriageReturns() {
    byte[] text =
        "\uFEFFpackage p // x\r\n\r\n\r\nview v from s { }\r\n".getBytes(StandardCharsets.UTF_8);
    assertThat(FeatFormatter.format(SourceFile.of("crlf.feat", text)).text())
        .hasValue("package p  // x\n\nview v from s { }\n");
  }

  @Test
  void keepsAPointAwayFromANumber() {
    assertThat(format("view v from s { let x = 1 .a + 5m .b }"))
        .isEqualTo("view v from s {\n  let  x = 1 .a + 5m .b\n}\n");
  }

  @Test
  void leavesAloneWhatDoesNotParse() {
    FeatFormatter.Result result = FeatFormatter.format(SourceFile.of("bad.feat", "view v form s"));
    assertThat(result.text()).isEmpty();
    assertThat(result.diagnostics()).isNotEmpty();
  }

  private static String format(String text) {
    FeatFormatter.Result result = FeatFormatter.format(SourceFile.of("test.feat", text));
    return result.text().orElseThrow(() -> new AssertionError(result.diagnostics()));
  }
}
