package dev.arabica.compiler.report;

import dev.arabica.compiler.report.FeatureChange.Range;
import dev.arabica.compiler.report.FeatureChange.Status;
import dev.arabica.core.json.Json;
import dev.arabica.core.time.Instants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A diff for scripts. Members are never absent: what does not apply is null, false or empty. A
 * backfill {@code from} null is one from the beginning of the source.
 */
public final class DiffJson {
  private static final long VERSION = 1;

  private DiffJson() {}

  public static String of(PlanDiff diff) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", VERSION);
    document.put("old", diff.oldFingerprint());
    document.put("new", diff.newFingerprint());
    document.put("at", Instants.format(diff.at()));
    document.put("safe", diff.isSafe());
    document.put("summary", summary(diff));
    document.put("features", diff.features().stream().map(DiffJson::feature).toList());
    List<Object> backfills = new ArrayList<>();
    diff.backfills().forEach((group, range) -> backfills.add(with(range(range), "group", group)));
    document.put("backfills", backfills);
    document.put("declarations", diff.declarations().stream().map(DiffJson::declaration).toList());
    return Json.pretty(document);
  }

  private static Map<String, Object> summary(PlanDiff diff) {
    Map<String, Object> summary = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      summary.put(word(status), diff.count(status));
    }
    summary.put("redefined", diff.features().stream().filter(FeatureChange::redefined).count());
    return summary;
  }

  private static Map<String, Object> feature(FeatureChange feature) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("group", feature.group());
    document.put("feature", feature.feature());
    document.put("status", word(feature.status()));
    document.put("redefined", feature.redefined());
    document.put("changes", feature.changes().stream().map(DiffJson::change).toList());
    document.put("backfill", feature.backfill().map(DiffJson::range).orElse(null));
    document.put("formerly", feature.formerly().orElse(null));
    document.put("reaches_further", feature.reachesFurther());
    return document;
  }

  private static Map<String, Object> declaration(DeclarationChange declaration) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kind", declaration.kind().word());
    document.put("name", declaration.name());
    document.put("status", word(declaration.status()));
    document.put("safe", declaration.isSafe());
    document.put("changes", declaration.changes().stream().map(DiffJson::change).toList());
    return document;
  }

  private static Map<String, Object> change(Change change) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("what", change.what());
    document.put("old", change.old().orElse(null));
    document.put("new", change.now().orElse(null));
    document.put("unsafe", change.unsafe());
    return document;
  }

  private static Map<String, Object> range(Range range) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "from", range.from().isPresent() ? Instants.format(range.from().getAsLong()) : null);
    document.put("to", Instants.format(range.to()));
    return document;
  }

  private static Map<String, Object> with(Map<String, Object> document, String name, Object value) {
    document.put(name, value);
    return document;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
