package dev.arabica.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the numbers of a comparison are.
 *
 * @param cpu the heading of its CPU, {@code cpuName} in JSON
 * @param cpuFormat how many digits it is shown with
 * @param memory the heading of its memory, {@code memoryName} in JSON
 */
record Units(String cpu, String cpuName, String cpuFormat, String memory, String memoryName) {
  /** Milliseconds of a process, and the most MiB that it held. */
  static final Units OF_PROCESSES = new Units("CPU ms", "cpu_ms", "%.0f", "peak MiB", "peak_mib");

  /** Nanoseconds of an operation, and the bytes that it allocates. */
  static Units ofOperations(String operation) {
    String each = " / " + operation;
    return new Units("CPU ns" + each, "cpu_ns", "%.1f", "bytes" + each, "bytes");
  }

  Map<String, Object> document(Cost cost) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(cpuName, cost.cpu());
    document.put(memoryName, cost.memory());
    document.put("wall_s", cost.wall());
    return document;
  }
}
