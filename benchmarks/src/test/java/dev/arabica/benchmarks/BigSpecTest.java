package dev.arabica.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.dsl.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is measured is what it says: a sound spec, and the same in YAML. */
class BigSpecTest {
  private static final BigSpec SPEC = new BigSpec(12, 50);

  @Test
  void compilesWithoutAWarning() {
    List<SourceFile> files =
        IntStream.range(0, SPEC.files())
            .mapToObj(file -> SourceFile.of(file + ".feat", SPEC.text(file)))
            .toList();
    Compilation compilation = SpecCompiler.compile(files);
    assertThat(compilation.diagnostics()).isEmpty();
    Plan plan = compilation.plan().orElseThrow();
    assertThat(plan.groups()).hasSize(12 * 5);
    assertThat(plan.featureSets()).hasSize(12);
    // Two more in each group, and most are over several windows.
    assertThat(plan.groups().stream().map(GroupPlan::features).mapToInt(List::size).sum())
        .isGreaterThan(12 * 60 * 3 / 2);
  }

  @Test
  void holdsTheSameInYaml() throws IOException {
    JsonNode declarations =
        new YAMLMapper().readTree(YamlSpec.text(SPEC.text(2))).get("declarations");
    assertThat(declarations).hasSize(8);
    JsonNode group = declarations.get(2);
    assertThat(group.get("declare").asText())
        .isEqualTo("features group_2_0 from views_2 by item_id");
    assertThat(group.get("members")).hasSize(14);
    assertThat(group.get("members").get(3).get("value").asText()).startsWith("approx_distinct(");
    assertThat(group.get("members").get(3).get("over")).hasSize(3);
  }
}
