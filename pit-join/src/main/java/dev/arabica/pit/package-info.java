/**
 * The point-in-time join: a spine of impressions and the block history to training rows, on Spark.
 * Values are finished by the window assembler alone, as lookups finish them.
 */
package dev.arabica.pit;
