package dev.arabica.tables;

import dev.arabica.core.key.EventId;
import dev.arabica.core.type.Row;

/**
 * An event as the raw table holds it.
 *
 * @param row the source's declared fields
 * @param eventTime as admitted, microseconds since the epoch, UTC
 */
public record RawRow(Row row, long eventTime, EventId id) {}
