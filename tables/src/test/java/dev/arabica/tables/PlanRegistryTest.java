package dev.arabica.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.UnsupportedPlanException;
import dev.arabica.core.type.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRegistryTest {
  @TempDir Path folder;
  private PlanRegistry plans;

  @BeforeEach
  void open() {
    plans = Environment.create(folder).plans();
  }

  @Test
  void keepsPlansByFingerprintAndPointsToTheCurrent() {
    String first = plans.makeCurrent(plan("views"));
    String second = plans.makeCurrent(plan("clicks"));

    assertThat(first).isEqualTo(PlanCodec.fingerprint(plan("views"))).isNotEqualTo(second);
    assertThat(plans.current()).isEqualTo(plan("clicks"));
    assertThat(plans.currentFingerprint()).contains(second);
    assertThat(plans.load(first)).isEqualTo(plan("views"));
    assertThat(plans.register(plan("views"))).isEqualTo(first);
    assertThat(plans.currentFingerprint()).contains(second);
  }

  @Test
  void leavesNoDraftBehind() throws Exception {
    plans.makeCurrent(plan("views"));

    try (var files = Files.list(folder.resolve("plans"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(plans.currentFingerprint()).isEmpty();
    assertThatThrownBy(plans::current).hasMessageContaining("no plan is registered");
    assertThatThrownBy(() -> plans.load("../current")).hasMessageContaining("no plan `../current`");
  }

  @Test
  void refusesAPlanThatWasChanged() throws Exception {
    String fingerprint = plans.register(plan("views"));
    Files.writeString(plans.file(fingerprint), PlanCodec.toJson(plan("clicks")));
    assertThatThrownBy(() -> plans.load(fingerprint)).hasMessageContaining("does not hold");

    Files.writeString(plans.file(fingerprint), "{");
    assertThatThrownBy(() -> plans.load(fingerprint)).hasMessageContaining(fingerprint);
  }

  @Test
  void readsWhatAnOlderVersionRegistered() throws Exception {
    String text = PlanCodec.toJson(plan("views")).replace("\"version\":2", "\"version\":1");
    String fingerprint = Fingerprint.sha256(text.getBytes(StandardCharsets.UTF_8));
    Files.writeString(plans.file(fingerprint), text);

    assertThat(plans.load(fingerprint)).isEqualTo(plan("views"));
    assertThat(plans.register(plan("views"))).isNotEqualTo(fingerprint);
  }

  @Test
  void keepsWhatNoEngineExecutesFromThem() throws Exception {
    Plan plan =
        new Plan(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new RequestPlan("p.now", List.of())),
            List.of(),
            List.of());
    assertThatThrownBy(() -> plans.makeCurrent(plan))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("request `p.now`");
    assertThat(plans.currentFingerprint()).isEmpty();

    String fingerprint = PlanCodec.fingerprint(plan);
    Files.writeString(plans.file(fingerprint), PlanCodec.toJson(plan));
    Files.writeString(plans.file(fingerprint).resolveSibling("current"), fingerprint);
    assertThatThrownBy(plans::current).isInstanceOf(UnsupportedPlanException.class);
    assertThat(plans.read(fingerprint)).isEqualTo(plan);
  }

  private static Plan plan(String source) {
    return new Plan(
        List.of(Samples.source(source, Samples.field("at", Type.TIMESTAMP))), List.of(), List.of());
  }
}
