package dev.arabica.tables;

import dev.arabica.intake.Event;

/**
 * An admitted event on its way into the raw table.
 *
 * @param ingestTime when it was taken in, microseconds since the epoch
 */
public record RawEvent(Event event, long ingestTime) {}
