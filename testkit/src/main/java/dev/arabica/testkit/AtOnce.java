package dev.arabica.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same in several threads, which begin together. */
final class AtOnce {
  private static final int THREADS = 3;

  private AtOnce() {}

  /** Fails as the first of the threads that fails. */
  static void run(Runnable task) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      Callable<Void> waiting =
          () -> {
            start.await();
            task.run();
            return null;
          };
      List<Future<Void>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        ends.add(threads.submit(waiting));
      }
      for (Future<Void> end : ends) {
        end.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e.getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }
}
