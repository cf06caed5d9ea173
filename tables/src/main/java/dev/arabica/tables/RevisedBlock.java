package dev.arabica.tables;

/** A block row and the revision under which it was committed. */
public record RevisedBlock(BlockRow block, long revision) {}
