package dev.arabica.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is no plan is refused by a message that says what is wrong, and where. */
class PlanCodecTest {
  private static final int SEEDS = 2_000;
  private static final String WHOLE = PlanCodec.toJson(WholePlan.plan());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'version':2          | 'version':3            | a plan of version 3; this build reads versions 1 to 2",
        "'type':'int64'},{'encoding' | 'type':'strong'},{'encoding' | `sources[0].fields[2].type` of the plan: there is no type `strong`",
        "'type':{'vector':8}   | 'type':{'vector':0}   | `snapshots[0].columns[1].default.type` of the plan: a vector has 1 to 65536 values",
        "'lit':'0.10'         | 'lit':0.1             | `snapshots[0].columns[2].default.lit` of the plan: expected a string, not 0.1",
        "'version':2          | 'version':'2'          | `version` of the plan: expected a whole number, not \"2\"",
        "'ladder':            | 'leader':              | `groups[0]` of the plan: lacks `ladder`; it has",
        "'where':{'args':[{'col':'ms','type':'int64'},{'lit':1, | 'were':{'args':[{'col':'ms','type':'int64'},{'lit':1, | `groups[0]` of the plan: lacks `where`; it has",
        "'head':'OPEN'        | 'head':'AJAR'          | `groups[0].head` of the plan: expected one of [CLOSED, OPEN], not \"AJAR\"",
        "'head':'OPEN'        | 'head':'CLOSED'        | `groups[0]` of the plan: `head` is no member that this build knows, or one that is left out",
        "'head':'OPEN'        | 'tail':'OPEN'          | `groups[0]` of the plan: `tail` is no member",
        "'q':[0.5              | 'q':['half'             | `groups[0].packs[1].aggregates[0].parameters.q[0]` of the plan: expected a number",
        "'error':0.01         | 'error':7.0             | `groups[0].packs[1].aggregates[0]` of the plan: `error` of `approx_quantiles` is a number from",
        "'parameters':{'n':3}  | 'parameters':{}         | `groups[0].packs[0].aggregates[0]` of the plan: `n` of `top_n` is a whole number from 1 to 10000, not null",
        "'parameters':{'n':3}  | 'parameters':{'n':3,'m':3} | `groups[0].packs[0].aggregates[0]` of the plan: `top_n` has no parameter `m`",
        "'window':'ever'      | 'window':'never'       | `groups[0].features[1].window` of the plan: expected a whole number",
        "'pack':1             | 'pack':7               | `groups[0].features[1]` of the plan: the group has no such pack",
        "'aggregate':0        | 'aggregate':-1         | `groups[0].features[0].aggregate` of the plan: expected a position, not -1",
        "'kind':'SNAPSHOT'    | 'kind':'REQUEST'       | `feature_sets[0].members[0].group` of the plan: names `shop.items`, which is not there",
        "'from':'shop.both'   | 'from':'shop.firsts'   | `streams[1].branches[0].from` of the plan: names `shop.firsts`, which is not there",
        "'source':'shop.both' | 'source':'shop.all'    | `feature_sets[0].labels[0].source` of the plan: names `shop.all`",
        "'name':'shop.app'    | 'name':'shop.web'      | `sources[1]` of the plan: `shop.web` is there twice",
        "'nullable':false,'type':'string' | 'nullable':0,'type':'string' | `sources[0].fields[0].nullable` of the plan: expected true or false, not 0",
        "'fields':[{'encoding' | 'fields':[3,{'encoding' | `sources[0].fields[0]` of the plan: expected an object, not 3",
        "'hash_buckets':1000000 | 'hash_buckets':1e99   | `models[0].inputs[0].items[0].hash_buckets` of the plan: expected a whole number",
      })
  void saysWhatIsWrongAndWhere(String part, String replacement, String message) {
    String changed = WHOLE.replaceFirst(quoted(part), replacement.replace('\'', '"'));
    assertThat(changed.equals(WHOLE)).isFalse();
    assertThatThrownBy(() -> PlanCodec.fromJson(changed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "plan",
        "{\"version\":1",
        "{\"version\":2}",
        "{\"version\":0,\"sources\":[]}",
        "{\"version\":2,\"version\":2}"
      })
  void refusesWhatIsNoPlan(String text) {
    assertThatThrownBy(() -> PlanCodec.fromJson(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".{10,}[^:]");
  }

  /** All halves would have the bytes of one, and plans that differ one name. */
  @Test
  void refusesHalfASurrogatePair() {
    for (String changed :
        List.of(
            WHOLE.replace("\"topic\":\"topic\"", "\"topic\":\"\\ud83d\""),
            WHOLE.replace("\"topic\":\"topic\"", "\"\\ude00\":\"topic\""))) {
      assertThat(changed).isNotEqualTo(WHOLE);
      assertThatThrownBy(() -> PlanCodec.fromJson(changed))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("JSON with half a surrogate pair in a text");
    }
  }

  @Test
  void takesMembersInAnyOrder() {
    assertThat(PlanCodec.fromJson(PlanCodec.toPrettyJson(WholePlan.plan())))
        .isEqualTo(WholePlan.plan());
  }

  /** Whatever happens to a plan's text, reading gives a plan or says what is wrong. */
  @Test
  void readsOrRefusesAnyDamage() {
    int refused = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      String damaged = damaged(seed);
      try {
        Plan plan = PlanCodec.fromJson(damaged);
        assertThat(PlanCodec.fromJson(PlanCodec.toJson(plan))).isEqualTo(plan);
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).as("seed %d", seed).isNotBlank().doesNotContain("dev.arabica");
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + damaged, e);
      }
    }
    assertThat(refused).isGreaterThan(SEEDS / 2);
  }

  /** The plan with one random part of it changed, removed, moved or repeated. */
  private static String damaged(int seed) {
    Random random = new Random(seed);
    Map<String, Object> document = Json.parseObject(WHOLE);
    List<Consumer<Object>> places = new ArrayList<>();
    List<String> values = new ArrayList<>();
    collect(document, places, values);
    int place = random.nextInt(places.size());
    Object replacement =
        switch (random.nextInt(8)) {
          case 0 -> null;
          case 1 -> List.of();
          case 2 -> Map.of();
          case 3 -> random.nextLong();
          case 4 -> random.nextDouble();
          case 5 -> "text";
          case 6 -> random.nextBoolean();
          default -> Json.parse(values.get(random.nextInt(values.size())));
        };
    places.get(place).accept(replacement);
    return Json.canonical(document);
  }

  @SuppressWarnings("unchecked")
  private static void collect(Object value, List<Consumer<Object>> places, List<String> values) {
    values.add(Json.canonical(value));
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> object = (Map<String, Object>) map;
      for (String name : object.keySet()) {
        places.add(replacement -> object.put(name, replacement));
        places.add(replacement -> object.remove(name));
        places.add(replacement -> object.put(name + "_too", replacement));
        collect(object.get(name), places, values);
      }
    } else if (value instanceof List<?> elements) {
      List<Object> list = (List<Object>) elements;
      for (int i = 0; i < list.size(); i++) {
        int at = i;
        places.add(replacement -> list.set(at, replacement));
        places.add(replacement -> list.add(at, replacement));
        collect(list.get(i), places, values);
      }
    }
  }

  private static String quoted(String part) {
    return java.util.regex.Pattern.quote(part.replace('\'', '"'));
  }
}
