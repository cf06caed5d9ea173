package dev.arabica.dsl;

/** How bad a diagnostic is. Only an error makes a spec unusable. */
public enum Severity {
  ERROR,
  WARNING;

  /** The word that is printed. */
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
