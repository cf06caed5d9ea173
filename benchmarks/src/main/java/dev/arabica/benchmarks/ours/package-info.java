/** What several benchmarks take of ours. */
package dev.arabica.benchmarks.ours;
