package dev.arabica.cli;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.Unsupported;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.store.BlockStore;
import dev.arabica.store.Publisher;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.Environment;
import dev.arabica.tables.PlanRegistry;
import dev.arabica.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan that is the current one of an environment.
 *
 * @param plan as it was packed: it goes on with the blocks that the environment has stored
 * @param unbuilt features of which blocks are missing up to where their source has got; where it
 *     has not got anywhere, those that are new with this plan
 */
public record Deployment(String fingerprint, Plan plan, List<String> unbuilt) {

  /**
   * Creates the environment and the tables that are missing, then registers the plan.
   *
   * @throws dev.arabica.core.plan.UnsupportedPlanException before anything is written, if no engine
   *     executes all of it
   */
  public static Deployment deploy(Plan plan, Path folder) {
    Unsupported.refuse(plan);
    Environment environment = Environment.create(folder);
    Plan previous = current(environment.plans());
    Plan packed = Packing.against(previous, plan);
    List<String> unbuilt;
    try (Tables tables = Tables.open(environment)) {
      BlockTable blocks = tables.blocks();
      tables.deadLetters();
      packed.sources().forEach(tables::raw);
      tellBuilt(previous, blocks, environment);
      unbuilt = unbuilt(previous, packed, blocks.control().latest());
    }
    String fingerprint = environment.plans().makeCurrent(packed);
    return new Deployment(fingerprint, packed, unbuilt);
  }

  /** A plan of nothing where there is none yet. */
  private static Plan current(PlanRegistry plans) {
    return plans
        .currentFingerprint()
        .map(plans::read)
        .orElseGet(() -> new Plan(List.of(), List.of(), List.of()));
  }

  /**
   * Of sources whose commits do not say yet what is built, says that it is the packs of the plan
   * before; else the packs that are new with this plan would pass for built as well.
   */
  private static void tellBuilt(Plan previous, BlockTable blocks, Environment environment) {
    ControlState state = blocks.control().latest();
    Control.Builder control = Control.builder();
    for (String source : state.watermarks().keySet()) {
      if (!state.coverage().containsKey(source)) {
        Map<String, TimeRanges> packs = new HashMap<>();
        previous.groups().stream()
            .filter(group -> group.source().equals(source))
            .flatMap(group -> group.packs().stream())
            .forEach(pack -> packs.put(pack.id(), TimeRanges.NONE));
        control.built(source, packs);
      }
    }
    Control facts = control.build();
    if (!facts.isEmpty()) {
      blocks.commit(List.of(), facts, CommitId.unique("deploy"));
      try (BlockStore store = LmdbBlockStore.open(environment.store())) {
        new Publisher(store, blocks).publish();
      }
    }
  }

  private static List<String> unbuilt(Plan previous, Plan packed, ControlState state) {
    Set<String> stored =
        previous.groups().stream()
            .flatMap(group -> group.packs().stream())
            .map(GroupPlan.Pack::id)
            .collect(Collectors.toSet());
    List<String> unbuilt = new ArrayList<>();
    if (stored.isEmpty()) {
      return unbuilt;
    }
    for (GroupPlan group : packed.groups()) {
      boolean started = state.watermark(group.source()).isPresent();
      for (GroupPlan.Feature feature : group.features()) {
        String pack = group.packs().get(feature.pack()).id();
        if (!(started ? isBuilt(group.source(), pack, state) : stored.contains(pack))) {
          unbuilt.add(group.name() + "." + feature.name());
        }
      }
    }
    return unbuilt;
  }

  /** Whether the pack is whole from the start of the history to where its source has got. */
  private static boolean isBuilt(String source, String pack, ControlState state) {
    long reached = state.watermark(source).getAsLong();
    long start = state.completeFrom(source).orElse(Long.MAX_VALUE);
    return state.completeFrom(source, pack, reached) <= start;
  }
}
