package dev.arabica.batch;

/** Takes Spark's wrapping off what a task threw, so that the message names what was wrong. */
final class TaskFailure {
  private TaskFailure() {}

  static RuntimeException unwrapped(Exception e) {
    Throwable cause = e;
    while (cause.getClass().getName().startsWith("org.apache.spark.") && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof RuntimeException known
        ? known
        : new IllegalStateException(cause.getMessage(), cause);
  }
}
