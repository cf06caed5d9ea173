package dev.arabica.pit;

import org.apache.spark.Partitioner;

/** Sends joined values to the chunk of their row; keys are {@code row * roles + role}. */
final class ChunkPartitioner extends Partitioner {
  private static final long serialVersionUID = 1;

  private final int chunks;
  private final long keysPerChunk;

  ChunkPartitioner(int chunks, int roles) {
    this.chunks = chunks;
    this.keysPerChunk = (long) StagedSpine.CHUNK_ROWS * roles;
  }

  @Override
  public int numPartitions() {
    return chunks;
  }

  @Override
  public int getPartition(Object key) {
    return (int) ((Long) key / keysPerChunk);
  }
}
