package dev.arabica.benchmarks;

import dev.arabica.benchmarks.harness.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Contestants for one kind of operation, each of which runs in a JVM of its own.
 *
 * @param name short, for the command line of those JVMs
 * @param title of the table, with what is taken in
 * @param base what the others are compared with
 * @param own the contestants of our class path by their labels
 * @param foreign those of other class paths
 */
record Table(
    String name,
    String title,
    String operation,
    String base,
    Map<String, Supplier<? extends Work>> own,
    List<Foreign> foreign) {

  Table(String name, String title, String operation, String base) {
    this(name, title, operation, base, new LinkedHashMap<>(), new ArrayList<>());
  }

  /** With one more contestant of our class path. */
  Table with(String label, Supplier<? extends Work> work) {
    own.put(label, work);
    return this;
  }

  /** With one more contestant of a class path of its own. */
  Table with(Foreign contestant) {
    foreign.add(contestant);
    return this;
  }

  /**
   * A contestant of a peer.
   *
   * @param label in our table
   * @param name in the peer's code
   */
  record Foreign(String label, Peer peer, String name) {}
}
