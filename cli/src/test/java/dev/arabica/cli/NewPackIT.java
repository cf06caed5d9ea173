package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An aggregate that comes, goes and comes back: as long as its blocks do not hold what the raw rows
 * do, its features are incomplete, and those beside it are none the worse; then the values are
 * those of {@code featc eval}.
 */
class NewPackIT {
  private static final String SPEC =
      """
      package p
      source s {
        table "p.s"
        fields { k string  n int64  at timestamp }
        time at
      }
      features g from s by k {
        x = count() over 1h, 6h
      }
      feature_set all for k {
        g = g(k).*
      }
      """;
  private static final String MORE =
      SPEC.replace("over 1h, 6h\n", "over 1h, 6h\n  w = count() where n >= 5 over 6h\n");
  private static final String EVENTS =
      """
      k,n,at
      a,7,2026-03-01T10:30:00Z
      a,1,2026-03-01T12:10:00Z
      a,9,2026-03-01T14:55:00Z
      """;
  private static final String LATE =
      """
      k,n,at
      a,8,2026-03-01T12:20:00Z
      """;
  private static final String MOMENT = "2026-03-01T15:02:00Z";
  private static final String OLD = "g.x_last_6h";
  private static final String NEW = "g.w_last_6h";

  @TempDir private Path folder;

  @Test
  void aNewFeatureIsIncompleteUntilItsBlocksAreBuilt() throws IOException {
    deploy(SPEC);
    ingest("events.csv", EVENTS);
    run("repair", "--env", env());
    assertThat(lookup()).isEqualTo(Map.of("g.x_last_1h", "1 ok", OLD, "3 ok"));

    assertThat(deploy(MORE)).contains("p.g." + NEW.substring(2));
    long served = revision();
    Map<String, String> before = Map.of("g.x_last_1h", "1 ok", OLD, "3 ok", NEW, "null incomplete");
    assertThat(lookup()).isEqualTo(before);
    assertThat(lookup("--allow-partial")).containsEntry(NEW, "0 ok").containsEntry(OLD, "3 ok");
    assertThat(train("corrected", served)).containsExactly(before);

    run("repair", "--env", env());
    Map<String, String> after = eval("events.csv");
    assertThat(after).isEqualTo(Map.of("g.x_last_1h", "1 ok", OLD, "3 ok", NEW, "2 ok"));
    assertThat(lookup()).isEqualTo(after);
    assertThat(train("corrected", served)).containsExactly(after);
    assertThat(train("as-served", served, revision())).containsExactly(before, after);
  }

  @Test
  void aFeatureThatWasDroppedIsIncompleteUntilWhatItMissedIsBuilt() throws IOException {
    deploy(SPEC);
    deploy(MORE);
    ingest("events.csv", EVENTS);
    run("repair", "--env", env());
    assertThat(lookup()).containsEntry(NEW, "2 ok");

    deploy(SPEC);
    ingest("late.csv", LATE);
    run("repair", "--env", env());
    assertThat(deploy(MORE)).contains("p.g." + NEW.substring(2));
    long missing = revision();
    Map<String, String> before = lookup();
    assertThat(before).containsEntry(OLD, "4 ok").containsEntry(NEW, "null incomplete");

    run("repair", "--env", env());
    Map<String, String> after = eval("events.csv", "late.csv");
    assertThat(after).containsEntry(OLD, "4 ok").containsEntry(NEW, "3 ok");
    assertThat(lookup()).isEqualTo(after);
    assertThat(train("as-served", missing, revision())).containsExactly(before, after);
  }

  private String deploy(String text) throws IOException {
    return run("deploy", write("spec.feat", text), "--env", env());
  }

  private void ingest(String name, String rows) throws IOException {
    run("ingest", "s", "--from", write(name, rows), "--env", env());
  }

  /** By feature its value and its status. */
  private Map<String, String> lookup(String... options) {
    Map<String, String> found = new TreeMap<>();
    ((Map<?, ?>) answer(options).get("features"))
        .forEach(
            (name, feature) ->
                found.put(
                    (String) name,
                    ((Map<?, ?>) feature).get("value")
                        + " "
                        + ((Map<?, ?>) feature).get("status")));
    return found;
  }

  private long revision() {
    return (Long) answer().get("read_revision");
  }

  private Map<String, Object> answer(String... options) {
    List<Object> words =
        new ArrayList<>(List.of("lookup", "all", "k=a", "--at", MOMENT, "--json", "--env", env()));
    words.addAll(List.of(options));
    return Json.parseObject(run(words.toArray()));
  }

  /** What rows that were served at revisions are trained on. */
  private List<Map<String, String>> train(String blocks, long... revisions) throws IOException {
    StringBuilder rows = new StringBuilder("k,event_ts,read_revision\n");
    for (long revision : revisions) {
      rows.append("a,").append(MOMENT).append(',').append(revision).append('\n');
    }
    Path spine = write("spine.csv", rows.toString());
    Path output = folder.resolve("training");
    run(
        "train",
        "--spine",
        spine,
        "--features",
        "all",
        "--blocks",
        blocks,
        "--status",
        "--overwrite",
        "-o",
        output,
        "--format",
        "jsonl",
        "--env",
        env());
    return rows(output).stream().map(NewPackIT::values).toList();
  }

  private Map<String, String> eval(String... files) throws IOException {
    StringBuilder events = new StringBuilder("k,n,at\n");
    for (String file : files) {
      events.append(Files.readString(folder.resolve(file)).replace("k,n,at\n", ""));
    }
    Path spine = write("spine.csv", "k,event_ts\na," + MOMENT + "\n");
    Path output = folder.resolve("preview.jsonl");
    run(
        "eval",
        folder.resolve("spec.feat"),
        "--events",
        "s=" + write("all.csv", events.toString()),
        "--spine",
        spine,
        "--features",
        "all",
        "-o",
        output);
    return values(Json.parseObject(Files.readString(output)));
  }

  /** By feature its value and its status, {@code ok} where the row has none. */
  private static Map<String, String> values(Map<String, Object> row) {
    Map<String, String> values = new TreeMap<>();
    row.forEach(
        (column, value) -> {
          if (column.startsWith("g.")) {
            values.put(column, value + " " + row.getOrDefault("_status." + column, "ok"));
          }
        });
    return values;
  }

  private static List<Map<String, Object>> rows(Path output) throws IOException {
    try (Stream<Path> parts = Files.list(output)) {
      Path part =
          parts
              .filter(file -> file.getFileName().toString().startsWith("part-"))
              .findFirst()
              .orElseThrow();
      return Files.readAllLines(part).stream().map(Json::parseObject).toList();
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path env() {
    return folder.resolve("env");
  }

  private static String run(Object... words) {
    CommandRun run = CommandRun.of(words);
    assertThat(run.exitCode()).as(List.of(words) + "\n" + run.out() + run.err()).isZero();
    return run.out();
  }
}
