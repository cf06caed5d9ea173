package dev.arabica.core.plan;

import java.util.List;

/** A request names something the plan does not have. */
public final class UnknownNameException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnknownNameException(String kind, String name, List<String> known) {
    super(
        "unknown "
            + kind
            + " `"
            + name
            + "`; the plan has "
            + (known.isEmpty() ? "none" : String.join(", ", known)));
  }
}
