package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.GroupPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is part of an aggregate's identity, and what is not. */
class IdentityTest {
  private static final String SPEC =
      """
      package p
      source views {
        kafka "topic" { format json }
        table "p.table"
        fields { id string  user string  item string  ms int64?  share float64  at timestamp }
        time at
        watermark 5s behind
        late up to 10m
        ahead up to 5m
        dedup id within 1h
      }
      view slow from views { where ms > 10  let long = ms >= 100 }
      features group from slow by user {
        total = sum(ms) where long over 1h
        recent = last_n(5, item) over 6h
      }
      """;

  private static final String STREAMS =
      """
      source views { fields { id string
        user string
        ms int64
        at timestamp(ms) } time at }
      source others { fields { id string
        user string
        ms int64
        at timestamp(ms) } time at }
      view more from others { where ms > 1 }
      view both from views and more { where ms < 9  let twice = 2 * ms  dedup id within 1h }
      features group from both by user { total = sum(ms) over 1h }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "over 1h                 | over 1h, 30d",
        "over 1h                 | over 6h",
        "over 6h                 | over 6h step 1h",
        "over 6h                 | over 6h anchor watermark",
        "over 6h                 | over 6h default null",
        "over 6h                 | over 6h as newest",
        "recent =                | other_name =",
        "features group          | features renamed",
        "long                    | big",
        "where long              | where ms >= 100",
        "where long              | where (ms >= 1_00)",
        "slow                    | brief",
        "\"topic\"               | \"another\"",
        "\"p.table\"             | \"p.another\"",
        "5s behind               | 9s behind",
        "late up to 10m          | late up to 20m",
        "ahead up to 5m          | ahead up to 1m",
        "share float64           | share float64  more string?",
        "total =                 | again = sum(ms) where long over 2h total =",
      })
  void isNotChangedBy(String part, String replacement) {
    assertThat(ids(changed(part, replacement))).isEqualTo(ids(SPEC));
    assertThat(packs(changed(part, replacement))).isEqualTo(packs(SPEC));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where ms > 10           | where ms > 11",
        "where ms > 10           | ",
        "by user                 | by item",
        "by user                 | by user, item",
        "time at                 | time at + millis(ms)",
        "id within 1h            | id within 2h",
        "dedup id                | dedup id, user",
        "dedup id within 1h      | ",
        "' views'                | ' other_views'",
        "package p               | package q",
        "at timestamp            | at timestamp(ms)",
      })
  void ofEveryAggregateIsChangedBy(String part, String replacement) {
    assertThat(ids(changed(part, replacement))).hasSize(2).doesNotContainAnyElementsOf(ids(SPEC));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "last_n(5, item)         | last_n(6, item)",
        "last_n(5, item)         | last(item)",
        "last_n(5, item)         | last_n(5, id)",
        "sum(ms)                 | avg(ms)",
        "sum(ms)                 | sum(ms + 1)",
        "long = ms >= 100        | long = ms > 100",
        "where long              | where not long",
        "where long              | ",
      })
  void ofOneAggregateIsChangedBy(String part, String replacement) {
    List<String> changed = ids(changed(part, replacement));
    assertThat(changed).hasSize(2).isNotEqualTo(ids(SPEC));
    assertThat(changed).filteredOn(ids(SPEC)::contains).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "both                    | all_views",
        "views and more          | more and views",
        "let twice = 2 * ms      | let thrice = 3 * ms",
        "dedup id within 1h      | dedup id within 1h let unused = ms + 1",
      })
  void ofAStreamIsNotChangedBy(String part, String replacement) {
    assertThat(ids(STREAMS.replace(part, replacement))).isEqualTo(ids(STREAMS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dedup id within 1h      | dedup id within 2h",
        "dedup id within 1h      | dedup id, user within 1h",
        "dedup id within 1h      | ",
        "views and more          | views and others",
        "where ms > 1            | where ms > 2",
        "where ms < 9            | where ms < 8",
        "at timestamp(ms)        | at timestamp(us)",
      })
  void ofAStreamIsChangedBy(String part, String replacement) {
    String changed = STREAMS.replace(part, replacement == null ? "" : replacement);
    assertThat(ids(changed)).hasSize(1).doesNotContainAnyElementsOf(ids(STREAMS));
  }

  @Test
  void orderOfTheLinesDoesNotMatter() {
    String[] parts = SPEC.split("(?=\\n  total)|(?=\\n  recent)|(?=\\n}\\n$)");
    String swapped = parts[0] + parts[2] + parts[1] + parts[3];
    assertThat(swapped).isNotEqualTo(SPEC);
    assertThat(packs(swapped)).isEqualTo(packs(SPEC));
  }

  @Test
  void allWindowsOfAnAggregateShareIt() {
    GroupPlan group = Specs.plan(changed("over 1h", "over 1h, 6h, 7d, 30d")).group("group");
    assertThat(group.packs().get(0).aggregates()).hasSize(2);
    assertThat(group.features()).hasSize(5);
    assertThat(group.features().subList(0, 4))
        .extracting(GroupPlan.Feature::aggregate)
        .containsOnly(group.features().get(0).aggregate());
  }

  private static String changed(String part, String replacement) {
    String changed = SPEC.replace(part, replacement == null ? "" : replacement);
    assertThat(changed).isNotEqualTo(SPEC);
    return changed;
  }

  private static List<String> ids(String spec) {
    return Specs.plan(spec).groups().get(0).packs().stream()
        .flatMap(pack -> pack.aggregates().stream())
        .map(GroupPlan.Aggregate::id)
        .toList();
  }

  private static List<String> packs(String spec) {
    return Specs.plan(spec).groups().get(0).packs().stream().map(GroupPlan.Pack::id).toList();
  }
}
