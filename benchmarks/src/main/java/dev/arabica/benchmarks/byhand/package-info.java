/** Code by hand for the five aggregates and nothing else, which several benchmarks compare with. */
package dev.arabica.benchmarks.byhand;
