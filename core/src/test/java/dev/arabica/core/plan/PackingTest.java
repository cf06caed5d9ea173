package dev.arabica.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan.Aggregate;
import dev.arabica.core.plan.GroupPlan.Feature;
import dev.arabica.core.plan.GroupPlan.Pack;
import dev.arabica.core.plan.SourcePlan.SourceField;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PackingTest {
  private static final Expr USER = new Expr.Column("user", Type.STRING);
  private static final SourcePlan SOURCE = source("a", "b", "c", "d");

  @Test
  void aGroupHasOnePackOrderedByIdentity() {
    Plan plan = Packing.of(plan(group("g", "a", "b", "c")));
    assertThat(packs(plan, "g")).containsExactly(Set.of("a", "b", "c"));
    assertThat(plan.group("g").packs().get(0).aggregates()).extracting(Aggregate::id).isSorted();
    Plan turned = Packing.of(plan(group("g", "c", "a", "b", "a")));
    assertThat(ids(turned, "g")).isEqualTo(ids(plan, "g"));
  }

  @Test
  void equalGroupsShareOnePack() {
    Plan plan = Packing.of(plan(group("g", "a", "b"), group("h", "b", "a")));
    assertThat(ids(plan, "g")).hasSize(1).isEqualTo(ids(plan, "h"));
  }

  @Test
  void whatSomeGroupsShareIsAPackOfTheirs() {
    Plan plan =
        Packing.of(plan(group("g", "a", "b", "c"), group("h", "b", "c", "d"), group("i", "c")));
    assertThat(packs(plan, "g")).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"), Set.of("c"));
    assertThat(packs(plan, "h")).containsExactlyInAnyOrder(Set.of("b"), Set.of("c"), Set.of("d"));
    assertThat(packs(plan, "i")).containsExactly(Set.of("c"));
    assertThat(ids(plan, "g")).containsAll(ids(plan, "i"));
    assertThat(Set.copyOf(ids(plan, "g"))).hasSize(3);
  }

  @Test
  void anotherKeyOrFilterSharesNothing() {
    GroupPlan g = group("g", "a");
    Plan plan =
        Packing.of(
            plan(
                g,
                group("h", new Expr.Column("item", Type.STRING), Optional.empty(), "a"),
                group("i", USER, Optional.of(new Expr.Literal(Type.BOOL, true)), "a")));
    assertThat(List.of(ids(plan, "g"), ids(plan, "h"), ids(plan, "i"))).doesNotHaveDuplicates();
  }

  @Test
  void aLaterAggregateIsANewPackAndRewritesNoneOfTheOld() {
    Plan first = Packing.of(plan(group("g", "a", "b")));
    Plan second = Packing.against(first, plan(group("g", "c", "b", "a")));
    assertThat(packs(second, "g")).containsExactly(Set.of("a", "b"), Set.of("c"));
    assertThat(ids(second, "g")).startsWith(ids(first, "g").get(0));
    Plan third = Packing.against(second, plan(group("g", "a", "b", "c", "d")));
    assertThat(packs(third, "g")).containsExactly(Set.of("a", "b"), Set.of("c"), Set.of("d"));
    assertThat(ids(third, "g")).startsWith(ids(second, "g").toArray(String[]::new));
  }

  @Test
  void aLaterGroupReadsThePackThatIsThere() {
    Plan first = Packing.of(plan(group("g", "a", "b")));
    Plan second = Packing.against(first, plan(group("g", "a", "b"), group("h", "b", "c")));
    assertThat(ids(second, "g")).isEqualTo(ids(first, "g"));
    assertThat(packs(second, "h")).containsExactly(Set.of("a", "b"), Set.of("c"));
    assertThat(ids(second, "h")).startsWith(ids(first, "g").get(0));
  }

  @Test
  void anAggregateThatIsDroppedStaysInItsPack() {
    Plan first = Packing.of(plan(group("g", "a", "b")));
    Plan second = Packing.against(first, plan(group("g", "b")));
    assertThat(ids(second, "g")).isEqualTo(ids(first, "g"));
    assertThat(ids(Packing.against(second, plan(group("g", "b", "a"))), "g"))
        .isEqualTo(ids(first, "g"));
  }

  @Test
  void aPackThatNobodyUsesGoes() {
    Plan first = Packing.of(plan(group("g", "a")));
    Plan second = Packing.against(first, plan(group("g", "a", "b")));
    assertThat(packs(Packing.against(second, plan(group("g", "b"))), "g"))
        .containsExactly(Set.of("b"));
  }

  @Test
  void aRenamedGroupGoesOnWithItsPacks() {
    Plan first = Packing.of(plan(group("g", "a", "b")));
    assertThat(ids(Packing.against(first, plan(group("renamed", "a", "b"))), "renamed"))
        .isEqualTo(ids(first, "g"));
  }

  /** As the first version packed: each group for itself. */
  @Test
  void groupsGoOnWithThePacksThatTheyHad() {
    Plan g = Packing.of(plan(group("g", "a", "b")));
    Plan h = Packing.of(plan(group("h", "b", "c")));
    Plan unshared = g.withGroups(List.of(g.group("g"), h.group("h")));
    Plan next = Packing.against(unshared, plan(group("g", "a", "b"), group("h", "b", "c", "d")));
    assertThat(packs(next, "g")).containsExactly(Set.of("a", "b"));
    assertThat(packs(next, "h")).containsExactly(Set.of("b", "c"), Set.of("d"));
  }

  @Test
  void aPackWhoseColumnsAreGoneIsPackedAnew() {
    Plan first = Packing.of(plan(group("g", "a", "b")));
    Plan second = Packing.against(first, plan(source("b"), group("g", "b")));
    assertThat(packs(second, "g")).containsExactly(Set.of("b"));
  }

  @Test
  void aPackWithAnAggregateThatMeansSomethingElseIsPackedAnew() {
    Plan first = Packing.of(plan(group("g", "a", "when")));
    List<SourceField> fields = new ArrayList<>(SOURCE.fields());
    fields.replaceAll(
        field ->
            field.name().equals("when")
                ? new SourceField("when", Type.TIMESTAMP, true, TimeEncoding.MILLIS)
                : field);
    Plan second = Packing.against(first, plan(source(fields), group("g", "a")));
    assertThat(packs(second, "g")).containsExactly(Set.of("a"));
  }

  @Test
  void packedNamesAreThoseOfTheGroup() {
    GroupPlan group = group("g", "a");
    Aggregate aggregate = group.packs().get(0).aggregates().get(0);
    Aggregate renamed =
        new Aggregate(
            aggregate.id(),
            "other",
            aggregate.function(),
            aggregate.input(),
            aggregate.where(),
            aggregate.parameters());
    GroupPlan other = group.with(List.of(new Pack("", List.of(renamed))), group.features());
    Plan next = Packing.against(Packing.of(plan(group)), plan(other));
    assertThat(next.group("g").packs().get(0).aggregates().get(0).name()).isEqualTo("other");
  }

  /** Whatever is deployed after whatever: features find their aggregates, and blocks stay. */
  @Test
  void keepsWhatIsStoredThroughAnyHistory() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Plan previous = Packing.of(randomPlan(random));
      for (int step = 0; step < 6; step++) {
        Plan next = Packing.against(previous, randomPlan(random));
        assertThat(Packing.against(next, next)).isEqualTo(next);
        check(previous, next, "seed " + seed + " step " + step);
        previous = next;
      }
    }
  }

  private static void check(Plan previous, Plan next, String as) {
    Map<String, Set<String>> stored = new HashMap<>();
    for (GroupPlan group : previous.groups()) {
      for (Pack pack : group.packs()) {
        pack.aggregates()
            .forEach(a -> stored.computeIfAbsent(a.id(), id -> new TreeSet<>()).add(pack.id()));
      }
    }
    for (GroupPlan group : next.groups()) {
      for (Pack pack : group.packs()) {
        List<String> members = pack.aggregates().stream().map(Aggregate::id).toList();
        assertThat(pack.id()).as(as).isEqualTo(Fingerprint.pack(members));
        assertThat(group.features()).as(as).anyMatch(f -> group.packs().get(f.pack()) == pack);
      }
      for (Feature feature : group.features()) {
        Aggregate aggregate = group.aggregate(feature);
        assertThat(feature.name()).as(as).isEqualTo(aggregate.name() + "_last_1h");
        if (stored.containsKey(aggregate.id())) {
          assertThat(stored.get(aggregate.id()))
              .as(as)
              .contains(group.packs().get(feature.pack()).id());
        }
      }
    }
  }

  private static Plan randomPlan(Random random) {
    List<GroupPlan> groups = new ArrayList<>();
    for (String name : List.of("g", "h", "i")) {
      String[] columns =
          Arrays.stream(new String[] {"a", "b", "c", "d"})
              .filter(column -> random.nextBoolean())
              .toArray(String[]::new);
      if (columns.length > 0) {
        groups.add(group(name, columns));
      }
    }
    return plan(groups.toArray(GroupPlan[]::new));
  }

  private static List<Set<String>> packs(Plan plan, String group) {
    return plan.group(group).packs().stream()
        .map(pack -> pack.aggregates().stream().map(Aggregate::name).collect(Collectors.toSet()))
        .toList();
  }

  private static List<String> ids(Plan plan, String group) {
    return plan.group(group).packs().stream().map(Pack::id).toList();
  }

  private static Plan plan(GroupPlan... groups) {
    return plan(SOURCE, groups);
  }

  private static Plan plan(SourcePlan source, GroupPlan... groups) {
    return new Plan(List.of(source), List.of(groups), List.of());
  }

  /** A group with the last value of each column. */
  private static GroupPlan group(String name, String... columns) {
    return group(name, USER, Optional.empty(), columns);
  }

  private static GroupPlan group(String name, Expr key, Optional<Expr> where, String... columns) {
    List<Aggregate> aggregates = new ArrayList<>();
    List<Feature> features = new ArrayList<>();
    for (String column : columns) {
      Type type = column.equals("when") ? Type.TIMESTAMP : Type.INT64;
      Aggregate last =
          new Aggregate(
              "", column, "last", Optional.of(new Expr.Column(column, type)), where, Map.of());
      Plan rows = plan(SOURCE);
      aggregates.add(last.withId(Fingerprint.aggregate(rows, "s", List.of(key), where, last)));
      features.add(
          new Feature(
              column + "_last_1h",
              0,
              features.size(),
              Instants.MICROS_PER_HOUR,
              5 * Instants.MICROS_PER_MINUTE,
              Window.Anchor.REQUEST,
              Optional.empty(),
              type));
    }
    return new GroupPlan(
        name,
        "s",
        List.of(new GroupPlan.Key("key", key)),
        where,
        Ladder.DEFAULT,
        List.of(new Pack("", aggregates)),
        features);
  }

  private static SourcePlan source(String... columns) {
    List<SourceField> fields = new ArrayList<>();
    fields.add(new SourceField("user", Type.STRING, true, TimeEncoding.ISO));
    fields.add(new SourceField("item", Type.STRING, true, TimeEncoding.ISO));
    fields.add(new SourceField("when", Type.TIMESTAMP, true, TimeEncoding.ISO));
    for (String column : columns) {
      fields.add(new SourceField(column, Type.INT64, true, TimeEncoding.ISO));
    }
    fields.add(new SourceField("at", Type.TIMESTAMP, false, TimeEncoding.ISO));
    return source(fields);
  }

  private static SourcePlan source(List<SourceField> fields) {
    return new SourcePlan(
        "s",
        Optional.empty(),
        "t",
        fields,
        new Expr.Column("at", Type.TIMESTAMP),
        0,
        0,
        0,
        Optional.empty());
  }
}
