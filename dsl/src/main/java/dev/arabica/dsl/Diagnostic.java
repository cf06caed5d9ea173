package dev.arabica.dsl;

import java.util.Optional;

/**
 * Something to tell the author of a spec.
 *
 * @param message the cause, a phrase without a capital or a full stop; names from the spec stand in
 *     backquotes
 * @param hint what to do about it
 */
public record Diagnostic(
    Code code, Severity severity, Span span, String message, Optional<String> hint) {

  public static Diagnostic error(Code code, Span span, String message) {
    return new Diagnostic(code, Severity.ERROR, span, message, Optional.empty());
  }

  public static Diagnostic error(Code code, Span span, String message, String hint) {
    return new Diagnostic(code, Severity.ERROR, span, message, Optional.of(hint));
  }

  public static Diagnostic warning(Code code, Span span, String message) {
    return new Diagnostic(code, Severity.WARNING, span, message, Optional.empty());
  }

  public static Diagnostic warning(Code code, Span span, String message, String hint) {
    return new Diagnostic(code, Severity.WARNING, span, message, Optional.of(hint));
  }

  /** The same diagnostic with a hint, or without one. */
  public Diagnostic withHint(Optional<String> newHint) {
    return new Diagnostic(code, severity, span, message, newHint);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
