/** The byte forms of reps: layouts and checksums. */
package dev.arabica.benchmarks.codec;
