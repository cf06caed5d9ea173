package dev.arabica.intake;

/** Why a record cannot be admitted; without a stack trace, since there may be millions. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1;

  private final DeadLetter.Reason reason;

  Rejection(DeadLetter.Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  static Rejection malformed(String detail) {
    return new Rejection(DeadLetter.Reason.MALFORMED, detail);
  }

  static Rejection missing(String field) {
    return new Rejection(
        DeadLetter.Reason.MISSING_FIELD, "field `" + field + "` is not nullable and has no value");
  }

  static Rejection wrongType(String field, Object wanted, String found) {
    return new Rejection(
        DeadLetter.Reason.WRONG_TYPE,
        "field `" + field + "`: wanted " + wanted + ", found " + found);
  }

  DeadLetter.Reason reason() {
    return reason;
  }
}
