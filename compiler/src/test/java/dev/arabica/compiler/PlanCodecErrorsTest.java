package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.plan.PlanCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is no plan of this version is refused with a message that says why. */
class PlanCodecErrorsTest {
  private static final String PLAN =
      PlanCodec.toJson(
          Specs.plan(
              """
              source s { fields { k string at timestamp } time at }
              features g from s by k { n = count() over 1h }
              """));

  @Test
  void namesAnUnsupportedVersion() {
    String newer = PLAN.replace("\"version\":1", "\"version\":99");
    assertThatThrownBy(() -> PlanCodec.fromJson(newer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 99")
        .hasMessageContaining("version 1");
  }

  @Test
  void namesAMissingMember() {
    assertThatThrownBy(() -> PlanCodec.fromJson(PLAN.replace("\"ladder\":", "\"leader\":")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`ladder`");
  }

  @Test
  void namesAnUnknownType() {
    assertThatThrownBy(() -> PlanCodec.fromJson(PLAN.replace("\"string\"", "\"strong\"")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`strong`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "{\"version\":1", "{\"version\":\"1\"}", "plan"})
  void refusesWhatIsNoPlan(String text) {
    assertThatThrownBy(() -> PlanCodec.fromJson(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
