package dev.arabica.tables;

import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * What a raw table has gained since a snapshot.
 *
 * @param snapshotId the snapshot now: what is read to follow up must be read from it
 * @param hours starts of the hours of event time that received rows, microseconds since the epoch
 * @param watermark the raw watermark as of the snapshot
 */
public record RawChanges(long snapshotId, SortedSet<Long> hours, OptionalLong watermark) {}
