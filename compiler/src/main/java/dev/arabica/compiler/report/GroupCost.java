package dev.arabica.compiler.report;

/**
 * What a group costs, at worst.
 *
 * @param blocksRead by a lookup of all its features for one key
 * @param blocksStored for a key that has events in every block
 * @param stored bytes of these blocks' reps
 * @param blocksInStream that the stream has open for a key at once
 * @param inStream bytes of these blocks' reps
 */
record GroupCost(
    long blocksRead, long blocksStored, ByteSize stored, long blocksInStream, ByteSize inStream) {}
