package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.BoolExpr;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FloatExpr;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.NullExpr;
import dev.arabica.dsl.ast.StringExpr;
import dev.arabica.dsl.ast.TimestampExpr;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.antlr.v4.runtime.Token;

/** From literal tokens to values. One that has no value is reported, and is zero from there on. */
final class Literals {
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final int MOST_DIGITS = 30;
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

  private final Nodes nodes;

  Literals(Nodes nodes) {
    this.nodes = nodes;
  }

  LiteralExpr literal(Token token) {
    Span span = nodes.span(token);
    return switch (token.getType()) {
      case FeatLexer.INT -> integer(token, false, span);
      case FeatLexer.FLOAT -> floating(token, false, span);
      case FeatLexer.STRING -> string(token);
      case FeatLexer.DURATION -> duration(token);
      case FeatLexer.TIMESTAMP -> timestamp(token);
      case FeatLexer.TRUE -> new BoolExpr(true, span);
      case FeatLexer.FALSE -> new BoolExpr(false, span);
      default -> new NullExpr(span);
    };
  }

  /** A number behind a minus sign. */
  LiteralExpr negative(Token minus, Token number) {
    Span span = nodes.span(minus).to(nodes.span(number));
    if (number.getType() == FeatLexer.INT) {
      return integer(number, true, span);
    }
    if (number.getType() == FeatLexer.FLOAT) {
      return floating(number, true, span);
    }
    nodes.error(
        Codes.UNEXPECTED,
        nodes.span(number),
        "expected a number after `-` but found " + Shown.token(number),
        "only a number can be negative here");
    return literal(number);
  }

  StringExpr string(Token token) {
    return new StringExpr(new StringContent(nodes, token).value(), nodes.span(token));
  }

  DurationExpr duration(Token token) {
    String text = token.getText();
    int digits = (int) text.chars().takeWhile(c -> !Character.isLetter(c)).count();
    BigInteger micros =
        digits(text.substring(0, digits)).multiply(microsPer(text.substring(digits)));
    return new DurationExpr(inRange(micros, token), text, nodes.span(token));
  }

  IntExpr integer(Token token) {
    return integer(token, false, nodes.span(token));
  }

  private IntExpr integer(Token token, boolean negative, Span span) {
    BigInteger value = digits(token.getText());
    return new IntExpr(inRange(negative ? value.negate() : value, token), span);
  }

  private FloatExpr floating(Token token, boolean negative, Span span) {
    double value = Double.parseDouble(token.getText().replace("_", ""));
    if (Double.isInfinite(value)) {
      outOfRange(token, "the largest float64 is about 1.8e308");
      value = 0;
    }
    return new FloatExpr(negative ? -value : value, span);
  }

  TimestampExpr timestamp(Token token) {
    try {
      Instant instant = Instant.parse(token.getText());
      if (instant.truncatedTo(ChronoUnit.MICROS).equals(instant)) {
        return new TimestampExpr(
            ChronoUnit.MICROS.between(Instant.EPOCH, instant), nodes.span(token));
      }
    } catch (DateTimeException notAnInstant) {
      // Reported below, with what is finer than a microsecond.
    }
    nodes.error(
        Codes.MALFORMED_LITERAL,
        nodes.span(token),
        "`" + Shown.text(token.getText()) + "` is not a timestamp",
        "write a moment in UTC, to the microsecond at most: `2025-11-29T16:03:10.250Z`");
    return new TimestampExpr(0, nodes.span(token));
  }

  private long inRange(BigInteger value, Token token) {
    if (value.compareTo(MAX) <= 0 && value.compareTo(MIN) >= 0) {
      return value.longValue();
    }
    boolean duration = token.getType() == FeatLexer.DURATION;
    outOfRange(
        token,
        duration
            ? "durations end at about 292,000 years"
            : "an int64 is between " + MIN + " and " + MAX);
    return 0;
  }

  private void outOfRange(Token token, String hint) {
    String text = Shown.text(token.getText());
    nodes.error(Codes.OUT_OF_RANGE, nodes.span(token), "`" + text + "` is out of range", hint);
  }

  /** The value of digits and underscores, or of too many digits one that is out of every range. */
  private static BigInteger digits(String text) {
    String digits = text.replace("_", "");
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    boolean tooMany = digits.length() - zeros > MOST_DIGITS;
    return tooMany ? BigInteger.TEN.pow(MOST_DIGITS) : new BigInteger(digits.substring(zeros));
  }

  private static BigInteger microsPer(String unit) {
    return BigInteger.valueOf(
        switch (unit) {
          case "us" -> 1L;
          case "ms" -> 1_000L;
          case "s" -> 1_000_000L;
          case "m" -> 60_000_000L;
          case "h" -> 3_600_000_000L;
          case "d" -> 86_400_000_000L;
          default -> throw new IllegalArgumentException("not a unit: " + unit);
        });
  }
}
