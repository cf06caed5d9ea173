/** Stored blocks of a key made into the values of its features. */
package dev.arabica.benchmarks.assemble;
