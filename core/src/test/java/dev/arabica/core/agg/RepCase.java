package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.json.Json;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.PlanText;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pack over two columns, the events that it took in, the bytes that came of it and what they
 * finish to. As text it is one line for each of these: a word and JSON as in a plan, of an event
 * its time, its id in hex, and the values of the columns.
 *
 * @param input the type of the column that is the input of every aggregate that takes it; null for
 *     none
 * @param by the type of the column that the input is ordered, told apart or grouped by; null for
 *     none
 */
record RepCase(
    String name,
    Type input,
    Type by,
    Window window,
    List<Called> aggregates,
    List<Event> events,
    byte[] rep,
    List<Outcome> outcomes) {
  private static final HexFormat HEX = HexFormat.of();
  private static final int FIRST = GroupPlan.Aggregate.FIRST_VERSION;
  private static final String VERSION = "-v";

  /** An aggregate in a version of its bytes, with its parameters. */
  record Called(AggregateFunction function, int version, Map<String, ?> parameters) {
    /** The function, and the version unless it is the first: {@code sum}, {@code sum-v2}. */
    String name() {
      return function.symbol() + (version == FIRST ? "" : VERSION + version);
    }
  }

  /** An event by its place in the order, and its columns, boxed or null. */
  record Event(long time, long idHigh, long idLow, Object value, Object by) {}

  /** What an aggregate finishes to. */
  record Outcome(FeatureStatus status, Object value) {}

  /** A case of which the bytes and the values are still to be found. */
  static RepCase of(
      String name, Type input, Type by, Window window, List<Called> called, List<Event> events) {
    RepCase open = new RepCase(name, input, by, window, called, events, null, null);
    CompositeAggregator pack = open.bind();
    Rep rep = open.add(pack);
    return new RepCase(
        name, input, by, window, called, events, pack.encode(rep), open.finish(pack, rep));
  }

  /** The pack, to take in rows. */
  CompositeAggregator bind() {
    return CompositeAggregator.bind(pack(), rowType());
  }

  /** The pack, to read reps. */
  CompositeAggregator forReps() {
    return CompositeAggregator.forReps(pack());
  }

  private GroupPlan.Pack pack() {
    List<GroupPlan.Aggregate> members = new ArrayList<>();
    for (Called called : aggregates) {
      AggregateFunction function = called.function;
      members.add(
          new GroupPlan.Aggregate(
              "id" + members.size(),
              function.symbol(),
              function.symbol(),
              called.version,
              column("x", inputOf(function)),
              column("y", takesBy(function) ? by : null),
              Optional.empty(),
              Map.copyOf(called.parameters)));
    }
    return new GroupPlan.Pack("pack", members);
  }

  /** The type of the input of a function; null if it takes none. */
  private Type inputOf(AggregateFunction function) {
    return function.resultType(input) == null ? null : input;
  }

  private static boolean takesBy(AggregateFunction function) {
    return function.signature().stream().anyMatch(p -> p.name().equals("by"));
  }

  private static Optional<Expr> column(String name, Type type) {
    return Optional.ofNullable(type).map(t -> new Expr.Column(name, t));
  }

  private RowType rowType() {
    List<Type.Field> fields = new ArrayList<>();
    if (input != null) {
      fields.add(new Type.Field("x", input, true));
    }
    if (by != null) {
      fields.add(new Type.Field("y", by, true));
    }
    return new RowType(fields);
  }

  /** The rep of the events. */
  Rep add(CompositeAggregator pack) {
    Rep rep = pack.identity();
    Row row = new Row(rowType());
    for (Event event : events) {
      if (input != null) {
        row.setValue(0, event.value);
      }
      if (by != null) {
        row.setValue(row.type().size() - 1, event.by);
      }
      pack.add(rep, row, event.time, event.idHigh, event.idLow);
    }
    return rep;
  }

  List<Outcome> finish(CompositeAggregator pack, Rep rep) {
    List<Outcome> finished = new ArrayList<>();
    for (int i = 0; i < aggregates.size(); i++) {
      Row out = new Row(new RowType(List.of(new Type.Field("value", resultType(i), true))));
      FeatureStatus status = pack.finish(rep, i, window, out, 0);
      finished.add(new Outcome(status, out.getValue(0)));
    }
    return finished;
  }

  private Type resultType(int aggregate) {
    AggregateFunction function = aggregates.get(aggregate).function;
    return function.resultType(inputOf(function));
  }

  /** The outcomes as text in which every bit of a value shows. */
  List<String> exactly(List<Outcome> finished) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < finished.size(); i++) {
      ByteWriter value = new ByteWriter();
      ValueCodec.writeNullable(value, resultType(i), finished.get(i).value);
      texts.add(finished.get(i).status.name() + " " + HEX.formatHex(value.toByteArray()));
    }
    return texts;
  }

  String toText() {
    StringBuilder text = new StringBuilder("case " + name + "\n");
    text.append(input == null ? "" : "input " + PlanText.ofType(input) + "\n");
    text.append(by == null ? "" : "by " + PlanText.ofType(by) + "\n");
    text.append("window " + window.lo() + " " + window.hi() + "\n");
    for (Called called : aggregates) {
      String parameters = Json.canonical(new TreeMap<>(called.parameters));
      text.append("aggregate " + called.name() + " " + parameters + "\n");
    }
    events.forEach(event -> text.append(toText(event)));
    text.append("rep " + HEX.formatHex(rep) + "\n");
    for (int i = 0; i < outcomes.size(); i++) {
      Object value = PlanText.ofValue(resultType(i), outcomes.get(i).value);
      text.append("value " + outcomes.get(i).status.name() + " " + Json.canonical(value) + "\n");
    }
    return text.toString();
  }

  private String toText(Event event) {
    List<Object> columns = new ArrayList<>();
    if (input != null) {
      columns.add(PlanText.ofValue(input, event.value));
    }
    if (by != null) {
      columns.add(PlanText.ofValue(by, event.by));
    }
    String id = HEX.toHexDigits(event.idHigh) + HEX.toHexDigits(event.idLow);
    return "event " + event.time + " " + id + " " + Json.canonical(columns) + "\n";
  }

  /** Reads what {@link #toText} wrote. */
  static RepCase parse(String text) {
    String name = "";
    Type input = null;
    Type by = null;
    Window window = null;
    byte[] rep = null;
    List<Called> aggregates = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String line : text.strip().split("\n")) {
      String[] words = line.split(" ", 2);
      String rest = words[1];
      switch (words[0]) {
        case "case" -> name = rest;
        case "input" -> input = PlanText.type(rest);
        case "by" -> by = PlanText.type(rest);
        case "window" -> window = window(rest.split(" "));
        case "aggregate" -> aggregates.add(called(rest.split(" ", 2)));
        case "event" -> events.add(event(input, by, rest.split(" ", 3)));
        case "rep" -> rep = HEX.parseHex(rest);
        case "value" -> values.add(rest);
        default -> throw new IllegalArgumentException(line);
      }
    }
    RepCase open = new RepCase(name, input, by, window, aggregates, events, rep, null);
    return new RepCase(
        name, input, by, window, aggregates, events, rep, open.parseOutcomes(values));
  }

  private static Window window(String[] words) {
    return new Window(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  private static Called called(String[] words) {
    String[] name = words[0].split(VERSION);
    int version = name.length == 1 ? FIRST : Integer.parseInt(name[1]);
    return new Called(AggregateFunction.named(name[0]), version, PlanText.parameters(words[1]));
  }

  private static Event event(Type input, Type by, String[] words) {
    List<?> columns = (List<?>) Json.parse(words[2]);
    return new Event(
        Long.parseLong(words[0]),
        HexFormat.fromHexDigitsToLong(words[1], 0, 16),
        HexFormat.fromHexDigitsToLong(words[1], 16, 32),
        input == null ? null : PlanText.value(input, columns.get(0)),
        by == null ? null : PlanText.value(by, columns.get(columns.size() - 1)));
  }

  private List<Outcome> parseOutcomes(List<String> lines) {
    List<Outcome> parsed = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", 2);
      Object value = PlanText.value(resultType(parsed.size()), Json.parse(words[1]));
      parsed.add(new Outcome(FeatureStatus.valueOf(words[0]), value));
    }
    return parsed;
  }

  @Override
  public String toString() {
    List<String> functions = aggregates.stream().map(Called::name).toList();
    return String.join(", ", functions) + ": " + name;
  }
}
