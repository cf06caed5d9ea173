package dev.arabica.benchmarks;

/**
 * What one run cost, in the units of the comparison.
 *
 * @param cpu of all threads, in user and in kernel mode
 * @param wall seconds by the clock, of the whole process
 * @param memory NaN where it is not known
 */
record Cost(double cpu, double wall, double memory) {}
