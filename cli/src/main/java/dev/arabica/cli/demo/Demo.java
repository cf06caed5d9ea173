package dev.arabica.cli.demo;

import static dev.arabica.cli.demo.Stages.counts;

import dev.arabica.cli.Deployment;
import dev.arabica.cli.Engine;
import dev.arabica.cli.EngineJob;
import dev.arabica.cli.LookupText;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.intake.Event;
import dev.arabica.reference.ReferenceEngine;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.store.read.FeatureReader;
import dev.arabica.tables.Environment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One run of the demo, stage by stage. */
final class Demo {
  private static final int FRESH_LOOKUPS = 300;

  private final DemoFolder folder;
  private final Plan plan;
  private final FeatureSetPlan set;
  private final List<FeedItem> feed;
  private final Stages stages;
  private final StreamStatus streamStatus = new StreamStatus();
  private final Parity asServed = new Parity();
  private final Parity corrected = new Parity();
  private final Parity unchanged = new Parity();

  Demo(DemoFolder folder, Plan plan, FeatureSetPlan set, List<FeedItem> feed, PrintWriter out) {
    this.folder = folder;
    this.plan = plan;
    this.set = set;
    this.feed = feed;
    this.stages = new Stages(out);
  }

  DemoReport run() throws Exception {
    Path home = folder.resolve("env");
    stages.run("deploy the plan", () -> deploy(home));
    Environment env = Environment.open(home);
    try (LmdbBlockStore store = LmdbBlockStore.open(env.store())) {
      FeatureReader reader = new FeatureReader(plan, store, Clock.systemUTC());
      Impressions impressions = new Impressions(plan, set, reader);
      stream(env, store, impressions);
      Path spine = folder.resolve("impressions.jsonl");
      impressions.writeSpine(spine);
      train(impressions, spine);
      String sample = judge(store, impressions, spine, reader);
      return new DemoReport(
          stages,
          sample,
          asServed,
          corrected,
          unchanged.different(),
          streamStatus.count("dead_letters"),
          streamStatus.count("too_late"));
    }
  }

  private Map<String, Long> deploy(Path home) {
    Deployment.deploy(plan, home);
    return counts(
        "sources", plan.sources().size(),
        "groups", plan.groups().size(),
        "features", plan.groups().stream().mapToInt(group -> group.features().size()).sum());
  }

  /** Everything while the stream runs: feed, lookups, repair. */
  private void stream(Environment env, LmdbBlockStore store, Impressions impressions)
      throws Exception {
    try (Engines engines = new Engines(folder, env, streamStatus)) {
      stages.run("start broker and stream", () -> counts("processes", engines.start(plan)));
      try (FeedProducer producer = FeedProducer.connect(engines.bootstrap())) {
        LiveFeed live = new LiveFeed(feed, set, store, impressions, producer, engines);
        stages.run("feed, look up meanwhile", live::run);
        stages.run("close the last blocks", live::awaitEnd);
      }
      stages.run("repair, roll up, seal", () -> repair(env));
    }
  }

  private Map<String, Long> repair(Environment env) throws InterruptedException {
    Map<String, Object> result =
        EngineJob.run(
            Engine.BATCH, List.of("repair", "--env", env.folder().toString()), line -> {});

    return counts(
        "rows", count(result, "rows_read"),
        "blocks checked", count(result, "blocks_checked"),
        "changed", count(result, "blocks_changed"),
        "hours sealed", count(result, "hours_sealed"),
        "late rows", count(result, "late_rows"));
  }

  private static long count(Map<String, Object> result, String name) {
    return (Long) result.getOrDefault(name, 0L);
  }

  private void train(Impressions impressions, Path spine) throws Exception {
    stages.run("training set, as served", () -> trainingSet(spine, "as-served"));
    stages.run("training set, corrected", () -> trainingSet(spine, "corrected"));
    List<List<String>> served =
        TrainingRows.read(folder.resolve("as-served"), impressions.columns());
    List<List<String>> now = TrainingRows.read(folder.resolve("corrected"), impressions.columns());
    Parity.Naming naming = (row, column) -> name(impressions, row, column);
    asServed.compare(impressions.values(), served, naming);
    unchanged.compare(served, now, naming);
  }

  private Map<String, Long> trainingSet(Path spine, String blocks) throws InterruptedException {
    Map<String, Object> result =
        EngineJob.run(
            Engine.TRAIN,
            List.of(
                "--env",
                folder.resolve("env").toString(),
                "--spine",
                spine.toString(),
                "--features",
                set.name(),
                "-o",
                folder.resolve(blocks).toString(),
                "--blocks",
                blocks,
                "--format",
                "jsonl"),
            line -> {});
    return counts("rows", count(result, "rows"));
  }

  /** Compares everything with the naive scan; gives a sample lookup as text. */
  private String judge(
      LmdbBlockStore store, Impressions impressions, Path spine, FeatureReader reader)
      throws Exception {
    List<List<String>> now = TrainingRows.read(folder.resolve("corrected"), impressions.columns());
    String[] sample = {""};
    stages.run(
        "naive scan over all events",
        () -> {
          ReferenceEngine judge = new ReferenceEngine(plan, eventsBySource());
          corrected.compare(
              impressions.judge(judge, spine),
              now,
              (row, column) -> name(impressions, row, column));
          List<Impression> fresh = freshLookups(store, impressions);
          for (Impression lookup : fresh) {
            corrected.compare(
                List.of(impressions.judge(judge, lookup)),
                List.of(lookup.values()),
                (row, column) ->
                    "lookup after repair, "
                        + lookup.keys()
                        + " "
                        + impressions.columns().get(column).name());
          }
          if (!fresh.isEmpty()) {
            Impression last = fresh.get(fresh.size() - 1);
            sample[0] =
                LookupText.brief(reader.explain(impressions.request(last.keys(), last.time())));
          }
          return counts("values", corrected.compared());
        });
    return sample[0];
  }

  /** Lookups after repair, at the edge up to which repair has settled everything. */
  private List<Impression> freshLookups(LmdbBlockStore store, Impressions impressions) {
    long settled = Settlement.settledBound(plan, set, store);
    SplittableRandom random = new SplittableRandom(7);
    List<Impression> fresh = new ArrayList<>();
    for (int i = 0; i < FRESH_LOOKUPS; i++) {
      FeedItem item = feed.get(random.nextInt(feed.size()));
      Optional<List<Object>> keys = item.event().flatMap(event -> Impression.keysOf(set, event));
      keys.ifPresent(k -> fresh.add(impressions.fresh(k, settled)));
    }
    return fresh;
  }

  private Map<String, List<Event>> eventsBySource() {
    Map<String, List<Event>> events = new HashMap<>();
    for (FeedItem item : feed) {
      item.event()
          .ifPresent(
              event ->
                  events.computeIfAbsent(item.source().name(), s -> new ArrayList<>()).add(event));
    }
    return events;
  }

  private static String name(Impressions impressions, int row, int column) {
    return impressions.describe(row) + " " + impressions.columns().get(column).name();
  }
}
