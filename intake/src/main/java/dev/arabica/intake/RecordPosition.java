package dev.arabica.intake;

/** Where a record came from; enough to find it again. */
public sealed interface RecordPosition permits KafkaPosition, FilePosition {}
