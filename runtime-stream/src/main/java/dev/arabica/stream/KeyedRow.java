package dev.arabica.stream;

/**
 * An event that contributes to the blocks of one pack and key.
 *
 * @param first whether no other pack got it before, so that counting it here counts it once
 */
record KeyedRow(BlockKey key, boolean first, TimedRow event) {}
