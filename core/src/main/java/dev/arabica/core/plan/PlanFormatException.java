package dev.arabica.core.plan;

/** What is wrong with a plan's JSON, and the path of the member where it is. */
final class PlanFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String path;
  private final String problem;

  PlanFormatException(String path, String problem, Throwable cause) {
    super((path.isEmpty() ? "the plan" : "`" + path + "` of the plan") + ": " + problem, cause);
    this.path = path;
    this.problem = problem;
  }

  /** The failure as seen from the object whose member {@code step} holds its place. */
  static PlanFormatException under(String step, IllegalArgumentException failure) {
    if (!(failure instanceof PlanFormatException inner)) {
      return new PlanFormatException(step, failure.getMessage(), failure);
    }
    String dot = inner.path.isEmpty() || inner.path.startsWith("[") ? "" : ".";
    return new PlanFormatException(step + dot + inner.path, inner.problem, inner.getCause());
  }
}
