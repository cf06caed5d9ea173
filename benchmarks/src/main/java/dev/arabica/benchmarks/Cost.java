package dev.arabica.benchmarks;

/**
 * What one run of a process cost.
 *
 * @param cpu seconds of CPU, of all threads, in user and in kernel mode
 * @param wall seconds by the clock
 * @param peakMiB the most memory it held at a time, or 0 where that is not known
 */
record Cost(double cpu, double wall, double peakMiB) {}
