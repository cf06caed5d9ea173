package dev.arabica.stream;

/** An event that contributes to the blocks of one pack and key. */
record KeyedRow(BlockKey key, TimedRow event) {}
