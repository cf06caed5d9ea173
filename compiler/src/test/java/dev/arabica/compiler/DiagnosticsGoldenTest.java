package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code errors/x.feat}, or folder {@code errors/x}, and what is printed for it, {@code
 * errors/x.errors}. Run with {@code -Dgolden.write=true} to write the latter anew.
 */
class DiagnosticsGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/errors");

  static Stream<Path> specs() {
    return Specs.list(FOLDER).stream().filter(path -> !path.toString().endsWith(".errors"));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void printsWhatTheGoldenFileSays(Path spec) throws IOException {
    Compilation compilation = SpecCompiler.compile(Specs.read(spec));
    assertThat(compilation.diagnostics()).isNotEmpty();
    String printed = Specs.print(compilation);
    String name = spec.getFileName().toString().replace(".feat", "");
    Path golden = FOLDER.resolve(name + ".errors");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(golden));
  }

  @Test
  void everyCodeIsProvoked() {
    Set<Code> provoked =
        specs()
            .flatMap(spec -> SpecCompiler.compile(Specs.read(spec)).diagnostics().stream())
            .map(diagnostic -> diagnostic.code())
            .collect(Collectors.toSet());
    assertThat(provoked).containsAll(CompilerCodes.all());
  }

  @Test
  void threeErrorsAreThreeDiagnostics() {
    Compilation compilation = SpecCompiler.compile(Specs.read(FOLDER.resolve("three_errors.feat")));
    assertThat(compilation.diagnostics())
        .extracting(Diagnostic::code, diagnostic -> diagnostic.span().text())
        .containsExactly(
            tuple(CompilerCodes.UNKNOWN_COLUMN, "visited_at"),
            tuple(CompilerCodes.WRONG_ARGUMENTS, "ms / page"),
            tuple(CompilerCodes.UNKNOWN_FUNCTION, "distinct"));
  }
}
