/**
 * Batch on Spark: files into the raw table, and the repair that makes settled blocks complete.
 *
 * <p>The driver reads table metadata and plans; tasks read events, exchange reps and write files;
 * what changed becomes visible in one commit of the block table.
 */
package dev.arabica.batch;
