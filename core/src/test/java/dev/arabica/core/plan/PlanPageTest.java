package dev.arabica.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page about the plan says what the codec writes. */
class PlanPageTest {
  private static final Path PLANS = Path.of("src/test/resources/plans/v" + Plan.VERSION);
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)\n```");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*$");
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

  private static String page;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("../docs/PLAN.md"));
  }

  @Test
  void theExampleIsAPlanOfTheNameThatIsSaid() {
    Matcher example = EXAMPLE.matcher(page);
    assertThat(example.find()).isTrue();
    Plan plan = PlanCodec.fromJson(example.group(1));
    assertThat(PlanCodec.toPrettyJson(plan)).isEqualTo(example.group(1));
    assertThat(page).contains("`" + PlanCodec.fingerprint(plan) + "`");
    assertThat(page).contains("has a version, now " + Plan.VERSION + ".");
  }

  /** A member has a row of its own, or is named in the row of the list that it is a member of. */
  @Test
  void everyMemberIsNamed() throws IOException {
    Set<String> said = new TreeSet<>();
    Matcher rows = ROW.matcher(page);
    while (rows.find()) {
      Matcher names = NAME.matcher(rows.group());
      while (names.find()) {
        said.add(names.group(1));
      }
    }
    assertThat(said).containsAll(written());
  }

  @Test
  void everyRowIsAMember() throws IOException {
    Set<String> rows = new TreeSet<>();
    Matcher matcher = ROW.matcher(page);
    while (matcher.find()) {
      rows.add(matcher.group(1));
    }
    assertThat(written()).containsAll(rows);
  }

  private static Set<String> written() throws IOException {
    Set<String> names = new TreeSet<>();
    try (var files = Files.list(PLANS)) {
      for (Path file : files.toList()) {
        addMembers(Json.parse(Files.readString(file)), names);
      }
    }
    return names;
  }

  private static void addMembers(Object value, Set<String> names) {
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (name, member) -> {
            names.add((String) name);
            if (!name.equals("parameters")) {
              addMembers(member, names);
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(element -> addMembers(element, names));
    }
  }
}
