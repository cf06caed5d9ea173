/**
 * The events that contestants take in, the same from the same seed, and what comes out of them.
 * Needs nothing but the JDK, since it is on the class path of peers too.
 */
package dev.arabica.benchmarks.events;
