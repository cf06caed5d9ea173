package dev.arabica.reference;

import dev.arabica.intake.RecordPosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One version of what a snapshot knows of a key.
 *
 * @param key boxed, in the snapshot's order, none of it null
 * @param validFrom microseconds since the epoch
 * @param values boxed, one for each column of the snapshot
 * @param position where it was read
 */
public record SnapshotRow(
    List<Object> key, long validFrom, List<Object> values, RecordPosition position) {
  public SnapshotRow {
    key = Collections.unmodifiableList(new ArrayList<>(key));
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
