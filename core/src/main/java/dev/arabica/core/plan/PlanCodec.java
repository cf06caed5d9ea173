package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;
import static dev.arabica.core.plan.PlanNode.present;

import dev.arabica.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The canonical JSON of a plan and its content fingerprint; docs/PLAN.md describes it. A member
 * that came with version 2 is left out where the plan has nothing to say by it, so that what
 * version 1 can say is said in the same words.
 */
public final class PlanCodec {
  /** The version in which {@link #identity} is written for ever. */
  private static final int FIRST_VERSION = 1;

  private PlanCodec() {}

  /** Sorted members, no white space: equal plans are equal text. */
  public static String toJson(Plan plan) {
    return Json.canonical(document(plan, Plan.VERSION));
  }

  /** The same document, indented for people. */
  public static String toPrettyJson(Plan plan) {
    return Json.pretty(document(plan, Plan.VERSION));
  }

  /** SHA-256 of the canonical JSON, in hex: the name of the plan. */
  public static String fingerprint(Plan plan) {
    return hash(document(plan, Plan.VERSION));
  }

  /**
   * A hash of what the plan says, in hex, that a newer version of the JSON form does not change:
   * for what has to recognise a plan after an upgrade.
   */
  public static String identity(Plan plan) {
    return hash(document(plan, FIRST_VERSION));
  }

  /**
   * Reads a plan of this version or an older one.
   *
   * @throws IllegalArgumentException saying what is wrong and where, if the text is not what is
   *     written for some plan, or is of a version this build does not read
   */
  public static Plan fromJson(String json) {
    Map<String, Object> document = Json.parseObject(json);
    PlanNode root = PlanNode.of(document);
    int version = version(root);
    Plan plan =
        new Plan(
            root.nodes("sources", SourceCodec::readSource),
            root.optionalNodes("streams", SourceCodec::readStream),
            root.nodes("groups", GroupCodec::read),
            root.optionalNodes("snapshots", SnapshotCodec::readSnapshot),
            root.optionalNodes("requests", SnapshotCodec::readRequest),
            root.nodes("feature_sets", SetCodec::read),
            root.optionalNodes("models", ModelCodec::read));
    Rewritten.requireSame(document, document(plan, version));
    PlanReferences.check(plan);
    return plan;
  }

  private static int version(PlanNode root) {
    long version = root.number("version");
    if (version < FIRST_VERSION || version > Plan.VERSION) {
      throw new IllegalArgumentException(
          "a plan of version %d; this build reads versions %d to %d"
              .formatted(version, FIRST_VERSION, Plan.VERSION));
    }
    return (int) version;
  }

  private static Map<String, Object> document(Plan plan, int version) {
    return object(
        "version", (long) version,
        "sources", list(plan.sources(), SourceCodec::write),
        "streams", present(plan.streams(), SourceCodec::write),
        "groups", list(plan.groups(), GroupCodec::write),
        "snapshots", present(plan.snapshots(), SnapshotCodec::write),
        "requests", present(plan.requests(), SnapshotCodec::write),
        "feature_sets", list(plan.featureSets(), SetCodec::write),
        "models", present(plan.models(), ModelCodec::write));
  }

  private static String hash(Map<String, Object> document) {
    return Fingerprint.sha256(Json.canonical(document).getBytes(StandardCharsets.UTF_8));
  }
}
