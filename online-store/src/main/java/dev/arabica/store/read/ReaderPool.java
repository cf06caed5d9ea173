package dev.arabica.store.read;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Group readers that no lookup is using, since making one costs more than a lookup. */
final class ReaderPool {
  private final ConcurrentLinkedQueue<GroupReader> idle = new ConcurrentLinkedQueue<>();

  GroupReader take(ReadPlan.Member member) {
    GroupReader reader = idle.poll();
    return reader == null ? new GroupReader(member) : reader;
  }

  void give(GroupReader reader) {
    idle.add(reader);
  }
}
