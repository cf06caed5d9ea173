package dev.arabica.cli.demo;

import dev.arabica.cli.Engine;
import dev.arabica.cli.ExitCode;
import dev.arabica.cli.SourceFilesOption;
import dev.arabica.cli.SpecFiles;
import dev.arabica.core.json.Json;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.Unsupported;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code featc demo}: the whole platform on this machine, every value checked. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Run everything on this machine: a Kafka broker, the stream, repair, online store, lookups, training sets.",
      "Every value that was served or trained on is compared, with what was served and with a naive scan over all events.",
      "Without options: a simulated short-video feed. With --spec and --events: your own events, replayed on their own clock."
    })
public final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "Your spec. Default: the short-video example.")
  private Path specFile;

  @Mixin private SourceFilesOption events;

  @Option(
      names = "--features",
      paramLabel = "SET",
      description = "The feature set to look up. Default: the first.")
  private String features;

  @Option(
      names = "--views",
      defaultValue = "40000",
      description = "Simulated playbacks. Default: ${DEFAULT-VALUE}.")
  private int views;

  @Option(
      names = "--hours",
      defaultValue = "8",
      description = "Simulated hours. Default: ${DEFAULT-VALUE}.")
  private int hours;

  @Option(names = "--report", paramLabel = "FILE", description = "Write counts and parity as JSON.")
  private Path report;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = ".arabica-demo",
      description =
          "Where to work. The environment stays in DIR/env for lookups of your own. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path file =
        specFile != null
            ? specFile
            : Engine.home().resolve("examples/short-video/short_video.feat");
    Plan plan = SpecFiles.compile(List.of(file), spec.commandLine().getErr());
    Unsupported.refuse(plan);
    FeatureSetPlan set = featureSet(plan);
    List<FeedItem> feed = feed(plan);
    if (feed.isEmpty()) {
      throw new IllegalArgumentException("there are no events to feed");
    }
    requireEvents(plan, set, feed);
    try (DemoFolder taken = DemoFolder.take(folder)) {
      DemoReport result = new Demo(taken, plan, set, feed, out).run();
      if (report != null) {
        Files.writeString(report, Json.pretty(result.document()) + "\n");
      }
      result.print(out, folder);
      return result.isClean() ? ExitCode.OK : ExitCode.REMOTE;
    }
  }

  private FeatureSetPlan featureSet(Plan plan) {
    if (features != null) {
      return plan.featureSet(features);
    }
    if (plan.featureSets().isEmpty()) {
      throw new IllegalArgumentException("the spec declares no feature_set to look up");
    }
    return plan.featureSets().get(0);
  }

  /** A source without a single event never has a watermark, so that nothing could be looked up. */
  private static void requireEvents(Plan plan, FeatureSetPlan set, List<FeedItem> feed) {
    Set<String> fed =
        feed.stream()
            .filter(item -> item.event().isPresent())
            .map(item -> item.source().name())
            .collect(Collectors.toSet());
    for (FeatureSetPlan.Member member : set.members()) {
      String source = plan.group(member.group()).source();
      if (!fed.contains(source)) {
        throw new IllegalArgumentException(
            "there is no event for source `%s`, which feature set `%s` reads"
                .formatted(source, set.name()));
      }
    }
  }

  private List<FeedItem> feed(Plan plan) {
    Map<String, List<Path>> files = events.bySource();
    if (specFile == null && files.isEmpty()) {
      return Feed.simulated(plan, hours, views);
    }
    if (specFile == null || files.isEmpty()) {
      throw new IllegalArgumentException("--spec and --events go together");
    }
    Map<SourcePlan, List<Path>> bySource = new LinkedHashMap<>();
    files.forEach((name, paths) -> bySource.put(plan.source(name), paths));
    bySource.keySet().stream()
        .filter(source -> source.topic().isEmpty())
        .findFirst()
        .ifPresent(
            source -> {
              throw new IllegalArgumentException(
                  "source `" + source.name() + "` has no `kafka` clause to be fed by");
            });
    return Feed.replayed(bySource);
  }
}
