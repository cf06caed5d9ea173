package dev.arabica.pit;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a training set came out as.
 *
 * @param features feature columns
 * @param approximate rows whose revision was inferred from their time
 * @param unseen values of roles whose key had no block in the range read, counted by row and role
 * @param statuses how many values have each status, those that occur
 * @param revision the newest revision of the block table that was read
 * @param problem the first block that could not be read
 */
public record TrainResult(
    long rows,
    int features,
    double seconds,
    long approximate,
    long unseen,
    Map<FeatureStatus, Long> statuses,
    long revision,
    Optional<String> problem) {

  /** One line of JSON. */
  public String toJson() {
    Map<String, Object> counts = new LinkedHashMap<>();
    statuses.forEach((status, count) -> counts.put(status.toString(), count));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("rows", rows);
    members.put("features", (long) features);
    members.put("seconds", seconds);
    members.put("approximate", approximate);
    members.put("unseen", unseen);
    members.put("statuses", counts);
    members.put("revision", revision);
    problem.ifPresent(text -> members.put("problem", text));
    return Json.canonical(members);
  }
}
