package dev.arabica.batch;

import dev.arabica.core.json.Json;
import dev.arabica.core.time.Instants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an ingest did.
 *
 * @param source qualified name
 * @param files that were read
 * @param skipped files that had been ingested before
 * @param rows admitted events, duplicates included
 * @param deadLetters records that were not admitted
 * @param rawWatermark of the source afterwards, microseconds since the epoch, if it has one
 */
public record IngestReport(
    String source,
    long files,
    long skipped,
    long rows,
    long deadLetters,
    OptionalLong rawWatermark,
    double seconds) {

  String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("command", "ingest");
    json.put("source", source);
    json.put("files", files);
    json.put("skipped", skipped);
    json.put("rows", rows);
    json.put("dead_letters", deadLetters);
    rawWatermark.ifPresent(micros -> json.put("raw_watermark", Instants.format(micros)));
    json.put("seconds", seconds);
    return Json.canonical(json);
  }
}
