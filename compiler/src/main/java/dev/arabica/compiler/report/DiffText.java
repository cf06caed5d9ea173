package dev.arabica.compiler.report;

import dev.arabica.compiler.report.FeatureChange.Range;
import dev.arabica.compiler.report.FeatureChange.Status;
import dev.arabica.core.time.Instants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A diff for people: what needs nothing first, what is lost last, then the sum of it all. */
public final class DiffText {
  private static final int FINGERPRINT_SHOWN = 12;

  private final PlanDiff diff;
  private final Paper paper = new Paper();

  private DiffText(PlanDiff diff) {
    this.diff = diff;
  }

  public static String of(PlanDiff diff) {
    DiffText text = new DiffText(diff);
    text.write();
    return text.paper.toString();
  }

  private void write() {
    paper.line("plan " + shown(diff.oldFingerprint()) + " -> " + shown(diff.newFingerprint()));
    section(Status.UNCHANGED, "unchanged");
    section(Status.SERVED, "served at once, from stored blocks");
    section(Status.BACKFILL, "needs a backfill, as of " + Instants.pretty(diff.at()));
    section(Status.DROPPED, "dropped");
    diff.declarations().forEach(this::declaration);
    paper.line("");
    paper.line(String.join(", ", summary()));
  }

  private static String shown(String fingerprint) {
    return fingerprint.substring(0, FINGERPRINT_SHOWN);
  }

  private void section(Status status, String heading) {
    Map<String, List<FeatureChange>> groups = new LinkedHashMap<>();
    for (FeatureChange feature : diff.features()) {
      if (feature.status() == status) {
        groups.computeIfAbsent(feature.group(), group -> new ArrayList<>()).add(feature);
      }
    }
    if (groups.isEmpty()) {
      return;
    }
    paper.heading(heading);
    groups.forEach(
        (group, features) -> {
          switch (status) {
            case UNCHANGED -> paper.item(group, Counted.of(features.size(), "feature"));
            case DROPPED ->
                paper.item(
                    group,
                    String.join(", ", features.stream().map(FeatureChange::feature).toList()));
            case SERVED, BACKFILL -> {
              paper.item(group, diff.backfillOf(group, status).map(DiffText::text).orElse(""));
              features(features);
            }
          }
        });
  }

  /** One after the other; what several in a row have in common is said once, behind the last. */
  private void features(List<FeatureChange> features) {
    int width = features.stream().mapToInt(f -> f.feature().length()).max().orElse(0);
    for (int i = 0; i < features.size(); i++) {
      FeatureChange feature = features.get(i);
      String name = String.format("%-" + width + "s", feature.feature());
      String what = feature.redefined() ? "redefined" : isNew(feature) ? "new" : "";
      String range = feature.backfill().map(r -> text(r) + "  ").orElse("");
      paper.line("    " + name + "  " + range + what);
      boolean last = i == features.size() - 1;
      if (last || !details(features.get(i + 1)).equals(details(feature))) {
        details(feature).forEach(paper::detail);
      }
    }
  }

  private static List<String> details(FeatureChange feature) {
    List<String> details = new ArrayList<>();
    feature.formerly().ifPresent(name -> details.add("was " + name));
    feature.changes().forEach(change -> details.add(change.toString()));
    if (feature.reachesFurther()) {
      details.add("looks further back than before: incomplete until blocks reach that far");
    }
    return details;
  }

  private static boolean isNew(FeatureChange feature) {
    return feature.changes().isEmpty() && feature.status() != Status.DROPPED;
  }

  private void declaration(DeclarationChange declaration) {
    if (declaration.status() == DeclarationChange.Status.UNCHANGED) {
      return;
    }
    String status = declaration.status().name().toLowerCase(Locale.ROOT);
    paper.heading(declaration.kind().word() + " " + declaration.name() + ": " + status);
    declaration
        .changes()
        .forEach(change -> paper.marked(change.unsafe() ? "!" : " ", change.toString()));
  }

  static String text(Range range) {
    return range.from().isPresent()
        ? Instants.pretty(range.from().getAsLong()) + " to " + Instants.pretty(range.to())
        : "everything since the source's beginning";
  }

  private List<String> summary() {
    List<String> counts = new ArrayList<>();
    counts.add(
        (diff.isSafe() ? "safe: " : "NOT SAFE: ")
            + Counted.of(diff.features().size(), "feature")
            + ", "
            + diff.count(Status.UNCHANGED)
            + " unchanged");
    counts.add(diff.count(Status.SERVED) + " served at once");
    long redefined = diff.features().stream().filter(FeatureChange::redefined).count();
    counts.add(
        diff.count(Status.BACKFILL)
            + " to backfill"
            + (redefined > 0 ? " (" + redefined + " redefined)" : ""));
    counts.add(diff.count(Status.DROPPED) + " dropped");
    long unsafe = diff.declarations().stream().filter(d -> !d.isSafe()).count();
    if (unsafe > 0) {
      counts.add(Counted.of(unsafe, "other declaration") + " changed unsafely");
    }
    return counts;
  }
}
