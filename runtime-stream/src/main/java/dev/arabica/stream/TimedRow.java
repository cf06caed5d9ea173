package dev.arabica.stream;

import dev.arabica.core.key.EventId;
import dev.arabica.core.type.Row;

/**
 * An admitted event on its way to the blocks; its raw row is already written.
 *
 * @param eventTime microseconds since the epoch, UTC
 */
record TimedRow(Row row, long eventTime, EventId id) {}
