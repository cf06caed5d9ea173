/**
 * The tables of an environment, as plain Iceberg without an engine: raw events, blocks, dead
 * letters, and the control facts that ride on the block table's commits. Start at {@link
 * dev.arabica.tables.Tables}.
 *
 * <p>In a Spark class path the Iceberg Spark runtime stands in for Iceberg's own jars and relocates
 * the Parquet, Avro and Jackson classes; so nothing here may name them.
 */
package dev.arabica.tables;
