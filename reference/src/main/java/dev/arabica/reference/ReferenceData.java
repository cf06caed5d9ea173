package dev.arabica.reference;

import dev.arabica.intake.Event;
import java.util.List;
import java.util.Map;

/**
 * All that values are computed from.
 *
 * @param events the admitted events by the source's qualified name, in any order, duplicates
 *     included; a source without an entry has none
 * @param snapshots the versions by the snapshot's qualified name, in any order
 */
public record ReferenceData(
    Map<String, List<Event>> events, Map<String, List<SnapshotRow>> snapshots) {
  public ReferenceData {
    events = Map.copyOf(events);
    snapshots = Map.copyOf(snapshots);
  }
}
