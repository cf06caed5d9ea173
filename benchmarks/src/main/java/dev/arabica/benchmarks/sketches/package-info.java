/** Sketches of how many different values there are, and of their quantiles. */
package dev.arabica.benchmarks.sketches;
