package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** What a demo's report has to say. */
final class ReportCheck {
  private ReportCheck() {}

  /** Every compared value equal, enough of them, and some that repair changed. */
  static void requireParity(Map<String, Object> report) {
    Map<?, ?> parity = (Map<?, ?>) report.get("parity");
    for (String which : new String[] {"as_served", "corrected"}) {
      Map<?, ?> counts = (Map<?, ?>) parity.get(which);
      assertThat((Long) counts.get("compared")).as(which).isGreaterThan(1_000);
      assertThat(counts.get("equal")).as(which).isEqualTo(counts.get("compared"));
    }
    assertThat((Long) parity.get("changed_by_repair")).isPositive();
  }
}
