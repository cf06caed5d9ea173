package dev.arabica.tables;

import dev.arabica.intake.DeadLetter;

/**
 * A dead letter and when it was taken in.
 *
 * @param ingestTime microseconds since the epoch, UTC
 */
public record RejectedRecord(DeadLetter letter, long ingestTime) {}
