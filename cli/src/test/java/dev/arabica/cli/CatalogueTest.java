package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The specs of the catalogue pass the tests that they hold. */
class CatalogueTest {
  private static final Path CATALOGUE = Path.of("../feature-specs");

  @ParameterizedTest
  @ValueSource(
      strings = {"bandit", "basket", "football", "kuairand", "movies", "retail", "spotlight"})
  void passesItsOwnTests(String program) {
    CommandRun run = CommandRun.of("test", CATALOGUE.resolve(program).toString());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).endsWith(" passed, 0 failed\n");
  }
}
