package dev.arabica.cli;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Instants;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.store.read.Explanation;
import dev.arabica.store.read.FeatureReader;
import dev.arabica.store.read.LookupException;
import dev.arabica.store.read.LookupRequest;
import dev.arabica.tables.Environment;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code featc lookup}: what a model would be served. */
@Command(
    name = "lookup",
    mixinStandardHelpOptions = true,
    description = "Look features up in the online store.")
final class LookupCommand implements Callable<Integer> {
  @Mixin private EnvironmentOption environment;

  @Parameters(
      index = "0",
      paramLabel = "FEATURES",
      description = "A feature set, or features as group.feature, separated by commas.")
  private String features;

  @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "The keys. `KEY=` is null.")
  private List<String> keys = List.of();

  @Option(names = "--at", paramLabel = "INSTANT", description = "Default: now.")
  private String at;

  @Option(
      names = "--allow-partial",
      description =
          "Serve windows of which blocks are missing: before the history starts, or not built yet.")
  private boolean allowPartial;

  @Option(names = "--explain", description = "Show each window and the blocks that were read.")
  private boolean explain;

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Environment env = Environment.open(environment.folder());
    Plan plan = env.plans().current();
    try (LmdbBlockStore store = LmdbBlockStore.open(env.store())) {
      FeatureReader reader = new FeatureReader(plan, store, Clock.systemUTC());
      Explanation answer = reader.explain(request(plan));
      spec.commandLine()
          .getOut()
          .println(json ? LookupText.json(answer, explain) : LookupText.text(answer, explain));
      return ExitCode.OK;
    } catch (LookupException e) {
      spec.commandLine().getErr().println("featc: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private LookupRequest request(Plan plan) {
    OptionalLong time = at == null ? OptionalLong.empty() : OptionalLong.of(Instants.parse(at));
    return new LookupRequest(selection(plan), List.of(keyValues()), time, allowPartial);
  }

  private LookupRequest.Selection selection(Plan plan) {
    boolean isSet =
        plan.featureSets().stream()
            .anyMatch(set -> dev.arabica.core.plan.Names.matches(set.name(), features));
    boolean hasFeatures = features.contains(".") || features.contains(",");
    return isSet || !hasFeatures
        ? new LookupRequest.FeatureSet(features)
        : new LookupRequest.Features(Arrays.asList(features.split(",")));
  }

  private Map<String, Object> keyValues() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String pair : keys) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("a key is given as KEY=VALUE, not `" + pair + "`");
      }
      String value = pair.substring(equals + 1);
      values.put(pair.substring(0, equals), value.isEmpty() ? null : value);
    }
    return values;
  }
}
