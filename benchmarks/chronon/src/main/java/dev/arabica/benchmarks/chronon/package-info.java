/** Calls Chronon's aggregation as its users would, to be measured beside ours. */
package dev.arabica.benchmarks.chronon;
