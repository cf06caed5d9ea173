/**
 * Measures one contestant in a JVM of its own, with JMH. Needs nothing but JMH, since it is on the
 * class path of peers too.
 */
package dev.arabica.benchmarks.harness;
