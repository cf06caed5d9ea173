/**
 * The stream: a Flink job that turns topics into raw rows, dead letters and base blocks in the
 * Iceberg tables, and keeps the online store up to them. Start at {@link
 * dev.arabica.stream.StreamMain}; {@link dev.arabica.stream.SourcePipeline} shows the path of a
 * record.
 *
 * <p>Three things carry the promises. The {@link dev.arabica.stream.EventClock} keeps event time
 * across restarts and over quiet topics. The {@link dev.arabica.stream.BlockOperator} writes blocks
 * whole, never as increments. The {@link dev.arabica.stream.Committer} commits what a checkpoint
 * holds exactly once, however often the process is killed.
 */
package dev.arabica.stream;
