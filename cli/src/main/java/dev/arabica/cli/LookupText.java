package dev.arabica.cli;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.json.Json;
import dev.arabica.core.plan.Names;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.ValueJson;
import dev.arabica.store.read.Explanation;
import dev.arabica.store.read.LookupResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The answer of a lookup about one entity, for people and for scripts. */
public final class LookupText {
  private static final int BRIEF = 90;

  private final LookupResponse response;
  private final LookupResponse.Entity entity;
  private final List<Explanation.GroupTrace> traces;
  private final StringBuilder text = new StringBuilder();

  private LookupText(Explanation answer) {
    this.response = answer.response();
    this.entity = response.entities().get(0);
    this.traces = answer.traces().isEmpty() ? List.of() : answer.traces().get(0);
  }

  /** Values with status; with {@code explain} also each window and the blocks that were read. */
  public static String text(Explanation answer, boolean explain) {
    LookupText text = new LookupText(answer);
    text.line(
        "at "
            + Instants.pretty(text.response.time())
            + ", read revision "
            + text.response.readRevision());
    for (int group = 0; group < text.response.groups().size(); group++) {
      text.group(group, explain);
    }
    return text.text.toString().stripTrailing();
  }

  /** As {@link #text}, with long values cut and the blocks of each group counted by size. */
  public static String brief(Explanation answer) {
    LookupText text = new LookupText(answer);
    text.line(
        "at "
            + Instants.pretty(text.response.time())
            + ", read revision "
            + text.response.readRevision());
    for (int group = 0; group < text.response.groups().size(); group++) {
      text.briefGroup(group);
    }
    return text.text.toString().stripTrailing();
  }

  /** One JSON object: {@code time, read_revision, features, groups}. */
  public static String json(Explanation answer, boolean explain) {
    return Json.canonical(new LookupText(answer).document(explain));
  }

  private void group(int position, boolean explain) {
    LookupResponse.Group group = response.groups().get(position);
    line("");
    line(
        group.alias()
            + " = "
            + group.name()
            + ": "
            + (entity.found(position) ? "found" : "not found")
            + ", watermark "
            + instant(group.featureWatermark())
            + group.staleness().stream()
                .mapToObj(s -> ", " + Instants.prettyDuration(s) + " behind")
                .findFirst()
                .orElse(""));
    entity.error(position).ifPresent(error -> line("  " + error));
    for (int i = 0; i < response.columns().size(); i++) {
      if (response.columns().get(i).group() == position) {
        line(
            "  "
                + response.columns().get(i).name()
                + ": "
                + value(i)
                + statusNote(entity.status(i)));
      }
    }
    if (explain && position < traces.size()) {
      trace(traces.get(position));
    }
  }

  private void briefGroup(int position) {
    LookupResponse.Group group = response.groups().get(position);
    line(
        "  "
            + Names.shortName(group.name())
            + " from "
            + blockCounts(position)
            + ", watermark "
            + instant(group.featureWatermark()));
    for (int i = 0; i < response.columns().size(); i++) {
      if (response.columns().get(i).group() == position) {
        String value = value(i);
        String shown = value.length() > BRIEF ? value.substring(0, BRIEF) + "..." : value;
        line(
            "    "
                + response.columns().get(i).name()
                + ": "
                + shown
                + statusNote(entity.status(i)));
      }
    }
  }

  /** {@code blocks 6 x 1h, 8 x 5m}. */
  private String blockCounts(int position) {
    Map<Long, Long> bySize = new TreeMap<>(Comparator.reverseOrder());
    if (position < traces.size()) {
      traces.get(position).blocks().forEach(block -> bySize.merge(block.size(), 1L, Long::sum));
    }
    List<String> counts = new ArrayList<>();
    bySize.forEach((size, count) -> counts.add(count + " x " + Instants.prettyDuration(size)));
    return counts.isEmpty() ? "no blocks" : "blocks " + String.join(", ", counts);
  }

  private void trace(Explanation.GroupTrace trace) {
    trace
        .features()
        .forEach(
            f ->
                line(
                    "    "
                        + f.feature()
                        + " covers ["
                        + Instants.pretty(f.window().lo())
                        + ", "
                        + Instants.pretty(f.window().hi())
                        + ")"));
    trace
        .blocks()
        .forEach(
            block ->
                line(
                    "    block "
                        + Instants.prettyDuration(block.size())
                        + " at "
                        + Instants.pretty(block.start())
                        + ": "
                        + block.bytes()
                        + " bytes, revision "
                        + block.revision()));
  }

  private Map<String, Object> document(boolean explain) {
    Map<String, Object> features = new LinkedHashMap<>();
    for (int i = 0; i < response.columns().size(); i++) {
      Map<String, Object> feature = new LinkedHashMap<>();
      feature.put("value", Json.parse(value(i)));
      feature.put("status", entity.status(i).toString());
      features.put(response.columns().get(i).name(), feature);
    }
    List<Object> groups = new ArrayList<>();
    for (int i = 0; i < response.groups().size(); i++) {
      groups.add(groupDocument(i, explain));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("time", Instants.format(response.time()));
    document.put("read_revision", response.readRevision());
    document.put("features", features);
    document.put("groups", groups);
    return document;
  }

  private Map<String, Object> groupDocument(int position, boolean explain) {
    LookupResponse.Group group = response.groups().get(position);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("alias", group.alias());
    document.put("group", group.name());
    document.put("found", entity.found(position));
    document.put(
        "feature_watermark",
        group.featureWatermark().stream().mapToObj(Instants::format).findFirst().orElse(null));
    document.put(
        "staleness_ms",
        group.staleness().stream()
            .mapToObj(s -> s / Instants.MICROS_PER_MILLI)
            .findFirst()
            .orElse(null));
    Optional<String> error = entity.error(position);
    document.put("error", error.orElse(null));
    if (explain && position < traces.size()) {
      document.put(
          "blocks", traces.get(position).blocks().stream().map(LookupText::blockDocument).toList());
    }
    return document;
  }

  private static Map<String, Object> blockDocument(Explanation.BlockRead block) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("size", Instants.prettyDuration(block.size()));
    document.put("start", Instants.format(block.start()));
    document.put("bytes", (long) block.bytes());
    document.put("revision", block.revision());
    return document;
  }

  private String value(int column) {
    return ValueJson.toJson(response.columns().get(column).type(), entity.value(column));
  }

  private static String statusNote(FeatureStatus status) {
    return status == FeatureStatus.OK ? "" : "  (" + status + ")";
  }

  private static String instant(OptionalLong micros) {
    return micros.isPresent() ? Instants.pretty(micros.getAsLong()) : "none";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
