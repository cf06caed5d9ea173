/**
 * What things cost. A benchmark runs what it compares in fresh JVMs, one after the other in rounds,
 * counts CPU time and not the clock's, and gives ratios within a round.
 */
package dev.arabica.benchmarks;
