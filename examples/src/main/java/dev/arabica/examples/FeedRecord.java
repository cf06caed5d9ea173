package dev.arabica.examples;

/**
 * One record as a producer sends it.
 *
 * @param source the last part of the source's name
 * @param arrivalMicros when it reaches the broker, microseconds since the epoch, UTC: its Kafka
 *     timestamp
 */
public record FeedRecord(String source, byte[] payload, long arrivalMicros) {}
