package dev.arabica.core.plan;

/**
 * Qualified names such as {@code spotlight.snap_views}; the last part alone is accepted where a
 * user types it.
 */
public final class Names {
  private Names() {}

  /** Whether {@code typed} is the qualified name or its last part. */
  public static boolean matches(String qualified, String typed) {
    return qualified.equals(typed) || shortName(qualified).equals(typed);
  }

  /** The part after the last dot. */
  public static String shortName(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
