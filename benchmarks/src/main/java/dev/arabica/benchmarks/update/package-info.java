/** Five aggregates of every event, in a map of many keys. */
package dev.arabica.benchmarks.update;
