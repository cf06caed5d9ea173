package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the README shows is what the tests run, and the laws that it lists are those there are. */
class ReadmeTest {
  private static final Path HOME = Path.of(System.getProperty("arabica.home", ".."));

  private static String readme;

  @BeforeAll
  static void read() throws IOException {
    readme = Files.readString(HOME.resolve("testkit/README.md"));
  }

  private static List<String> found(String regex, String text) {
    return Pattern.compile(regex, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  @Test
  void theExampleIsTheOneThatIsTested() throws IOException {
    Path example = HOME.resolve("testkit/src/test/java/example");
    assertThat(found("```java\n(.*?)```", readme))
        .containsExactly(
            Files.readString(example.resolve("BitOr.java")),
            Files.readString(example.resolve("BitOrLawsTest.java")));
  }

  @Test
  void theExampleOfTheEntryPageIsTheSame() throws IOException {
    String source = "testkit/src/main/java/dev/arabica/testkit/AggregatorLaws.java";
    String page = Files.readString(HOME.resolve(source)).replaceAll("(?m)^ \\*( |$)", "");
    String example =
        Files.readString(HOME.resolve("testkit/src/test/java/example/BitOrLawsTest.java"));
    assertThat(found("<pre>\\{@code\n(.*?)\\}</pre>", page))
        .containsExactly(example.substring(example.indexOf("class ")));
  }

  @Test
  void theDependencyIsThisModule() throws IOException {
    String pom = Files.readString(HOME.resolve("testkit/pom.xml"));
    String dependency = found("```xml\n(.*?)```", readme).get(0);
    assertThat(found("<artifactId>(.*?)</artifactId>", dependency))
        .containsExactly(found("<artifactId>(.*?)</artifactId>", pom).get(1));
    assertThat(found("<version>(.*?)</version>", dependency))
        .containsExactly(found("<version>(.*?)</version>", pom).get(0));
  }

  @Test
  void theLawsAreThoseThereAre() {
    List<String> laws =
        Arrays.stream(AggregatorLaws.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> method.getName())
            .toList();
    assertThat(found("\\| `(\\w+)`", readme)).containsExactlyInAnyOrderElementsOf(laws);
  }
}
