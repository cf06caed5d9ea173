package dev.arabica.intake;

import dev.arabica.core.key.EventId;
import dev.arabica.core.type.Row;

/**
 * An admitted event; it owns its row.
 *
 * @param eventTime the source's time expression, microseconds since the epoch, UTC
 * @param id fixed here for ever; the identity of duplicates where the source declares a dedup key
 */
public record Event(Row row, long eventTime, EventId id, RecordPosition position)
    implements Admitted {}
