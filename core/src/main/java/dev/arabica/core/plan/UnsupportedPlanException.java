package dev.arabica.core.plan;

import java.util.List;

/** A plan says what no engine of this build executes yet. */
public final class UnsupportedPlanException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final List<String> parts;

  /**
   * @param parts what is not executed, each with its place in the specs
   */
  public UnsupportedPlanException(List<String> parts) {
    super("no engine executes yet: " + String.join("; ", parts));
    this.parts = List.copyOf(parts);
  }

  public List<String> parts() {
    return parts;
  }
}
