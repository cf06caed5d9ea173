package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long run goes on where a build stops, and tells how to see its failure again. */
class FuzzTest {
  @BeforeEach
  void withoutFlags() {
    Assumptions.assumeTrue(
        System.getProperties().stringPropertyNames().stream()
            .noneMatch(name -> name.startsWith("fuzz.")));
  }

  @Test
  void everySeedBeginsAnotherWay() {
    Set<Integer> firsts = new HashSet<>();
    assertThat(Fuzz.check(200, random -> firsts.add(random.nextInt(10_000)))).isEqualTo(200);
    assertThat(firsts).hasSizeGreaterThan(180);
  }

  @Test
  void runsAreTheSameInEveryBuild() {
    List<Long> first = new ArrayList<>();
    List<Long> second = new ArrayList<>();
    Fuzz.check(5, random -> first.add(random.nextLong()));
    Fuzz.check(5, random -> second.add(random.nextLong()));
    assertThat(first).isEqualTo(second);
  }

  @Test
  void aFailureTellsItsSeed() {
    long third = Fuzz.mixed(2);
    int expected = new Random(third).nextInt();
    assertThatThrownBy(
            () -> Fuzz.check(10, random -> assertThat(random.nextInt()).isNotEqualTo(expected)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("-Dfuzz.seed=" + third + ": ");
  }

  @Test
  void aDeepStackFails() {
    assertThatThrownBy(() -> Fuzz.check(1, random -> deep(1_000_000)))
        .hasCauseInstanceOf(StackOverflowError.class);
  }

  private static int deep(int left) {
    return left == 0 ? 0 : 1 + deep(left - 1);
  }
}
