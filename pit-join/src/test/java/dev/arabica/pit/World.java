package dev.arabica.pit;

import dev.arabica.batch.SparkEnvironment;
import dev.arabica.core.json.Json;
import dev.arabica.core.key.EventId;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import dev.arabica.intake.SpineRow;
import dev.arabica.reference.FeatureValue;
import dev.arabica.reference.ReferenceEngine;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One environment with its history, one session and one oracle for all tests of the module. */
final class World {
  static final long BASE = 5 * Views.MINUTE;

  static final Path root = temporaryFolder();
  static final Environment environment = Environment.create(root.resolve("env"));
  static final Tables tables = Tables.open(environment);
  static final Scenario scenario = Scenario.write(tables.blocks());
  static final Straightforward straightforward = new Straightforward(scenario.log());
  static final ReferenceEngine oracle =
      new ReferenceEngine(Views.PLAN, Map.of(Views.SOURCE, events()));
  static final SparkEnvironment spark = SparkEnvironment.start(environment, "local[2]");

  private World() {}

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("pit-world");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    // Spark's own hook need not have run; what it still writes stays behind.
    spark.close();
    tables.close();
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Event> events() {
    return scenario.views().stream()
        .map(
            view ->
                new Event(
                    view.row(),
                    view.time(),
                    new EventId(0, view.id()),
                    new FilePosition("views", view.id())))
        .toList();
  }

  /** A row's question, and the oracle's answer: all features from all events. */
  record Asked(String user, long item, long time) {
    Map<String, Object> oracle() {
      List<Object> keys = Arrays.asList(user, item, null);
      SpineRow row = new SpineRow(0, keys, keys, time, null, Map.of(), null);
      List<FeatureValue> values = oracle.values(Views.SET, row);
      List<Type.Field> columns = ReferenceEngine.columns(Views.PLAN, Views.SET);
      Map<String, Object> byName = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        String json = ValueJson.toJson(columns.get(i).type(), values.get(i).value());
        byName.put(columns.get(i).name(), Json.parse(json));
      }
      return byName;
    }
  }

  record Written(TrainResult result, List<Map<String, Object>> rows) {}

  static Written train(Path spine, Blocks blocks, boolean allowPartial) throws IOException {
    Path output = Files.createTempDirectory(root, "train").resolve("out");
    TrainResult result =
        trainingSet().write(options(spine, output, blocks, Format.JSONL, allowPartial), line -> {});
    return new Written(result, read(output));
  }

  static long committedWatermark() {
    return tables.blocks().control().latest().watermark(Views.SOURCE).orElseThrow();
  }

  static void commitWatermark(long micros) {
    Control control = Control.builder().watermark(Views.SOURCE, micros).build();
    tables.blocks().commit(List.of(), control, CommitId.unique("test"));
  }

  static TrainingSet trainingSet() {
    return new TrainingSet(spark.session(), Views.PLAN, tables.blocks());
  }

  static TrainOptions options(
      Path spine, Path output, Blocks blocks, Format format, boolean allowPartial) {
    return new TrainOptions(
        spine, "rank", output, blocks, format, Optional.empty(), allowPartial, false, false);
  }

  static String line(String user, long item, long time) {
    return "{\"user_id\":\"%s\",\"item_id\":%d,\"friend_id\":null,\"event_ts\":\"%s\"}"
        .formatted(user, item, Instants.format(time));
  }

  static Path write(String name, List<String> lines) throws IOException {
    return Files.write(root.resolve(name), lines);
  }

  static List<Map<String, Object>> read(Path folder) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String name : names(folder)) {
      if (name.endsWith(".jsonl")) {
        Files.readAllLines(folder.resolve(name)).forEach(line -> rows.add(Json.parseObject(line)));
      }
    }
    return rows;
  }

  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
