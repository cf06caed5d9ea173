package dev.arabica.core.agg;

import dev.arabica.core.time.Instants;
import java.util.List;
import java.util.Optional;

/**
 * One argument of an aggregate: an expression over the events, or a constant that is a part of what
 * the aggregate is. In a plan the constants stand under their names, those left out in the spec
 * with their defaults, so that a later default changes nothing that is stored.
 *
 * @param isNamed whether it is written as its name and then the value, in any place
 * @param least of a constant, or of each number of a list; a duration in microseconds
 * @param defaultValue of a constant that may be left out
 * @param isOptional whether an expression may be left out
 */
public record Parameter(
    String name,
    Kind kind,
    boolean isNamed,
    double least,
    double most,
    Optional<Object> defaultValue,
    boolean isOptional) {

  /** What stands for a parameter, and how a plan holds its value. */
  public enum Kind {
    /** An expression over the events: the aggregate's input or, if it is named, its {@code by}. */
    EXPRESSION,
    /** A {@code Long}. */
    WHOLE,
    /** A {@code Long} of microseconds, written as a duration. */
    DURATION,
    /** A {@code Double}. */
    FRACTION,
    /** A {@code List<Double>} in any order. */
    NUMBERS,
    /** A {@code List<Double>}, each greater than the one before. */
    EDGES
  }

  /** The most values that a list or a map keeps. */
  public static final int MAX_N = 10_000;

  /** The most numbers that a list may have. */
  public static final int MOST_NUMBERS = 1_000;

  static final String N = "n";

  /** How many values a list keeps. */
  static Parameter n() {
    return whole(N, 1, MAX_N);
  }

  static Parameter error() {
    return fraction("error", 0.001, 0.5).named().orElse(0.01);
  }

  /** Not less than a minute: a rep has as many bits as the time that it spans has half-lives. */
  static Parameter halfLife() {
    return constant(
            "half_life", Kind.DURATION, Instants.MICROS_PER_MINUTE, 3650 * Instants.MICROS_PER_DAY)
        .named();
  }

  /** How many categories have an entry of their own. */
  static Parameter categories() {
    return whole("categories", 1, MAX_N).named().orElse(100L);
  }

  static Parameter input(String name) {
    return expression(name, false);
  }

  static Parameter by() {
    return expression("by", true);
  }

  static Parameter whole(String name, long least, long most) {
    return constant(name, Kind.WHOLE, least, most);
  }

  static Parameter fraction(String name, double least, double most) {
    return constant(name, Kind.FRACTION, least, most);
  }

  static Parameter numbers(String name, double least, double most) {
    return constant(name, Kind.NUMBERS, least, most);
  }

  static Parameter edges(String name) {
    return constant(name, Kind.EDGES, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private static Parameter expression(String name, boolean named) {
    return new Parameter(name, Kind.EXPRESSION, named, 0, 0, Optional.empty(), false);
  }

  private static Parameter constant(String name, Kind kind, double least, double most) {
    return new Parameter(name, kind, false, least, most, Optional.empty(), false);
  }

  /** The same, written with its name. */
  Parameter named() {
    return new Parameter(name, kind, true, least, most, defaultValue, isOptional);
  }

  /** The same, with a value where it is left out. */
  Parameter orElse(Object value) {
    return new Parameter(name, kind, isNamed, least, most, Optional.of(value), isOptional);
  }

  Parameter optional() {
    return new Parameter(name, kind, isNamed, least, most, defaultValue, true);
  }

  public boolean isExpression() {
    return kind == Kind.EXPRESSION;
  }

  /** Whether it must be written. */
  public boolean isRequired() {
    return !isOptional && defaultValue.isEmpty();
  }

  /** Whether a constant of a plan may be this parameter's. */
  public boolean accepts(Object value) {
    return switch (kind) {
      case EXPRESSION -> false;
      case WHOLE, DURATION -> value instanceof Long whole && isInRange(whole);
      case FRACTION -> value instanceof Double number && isInRange(number);
      case NUMBERS, EDGES -> value instanceof List<?> numbers && isList(numbers);
    };
  }

  private boolean isList(List<?> numbers) {
    double before = Double.NEGATIVE_INFINITY;
    for (Object element : numbers) {
      if (!(element instanceof Double number)
          || !isInRange(number)
          || (kind == Kind.EDGES && number <= before)) {
        return false;
      }
      before = number;
    }
    return !numbers.isEmpty() && numbers.size() <= MOST_NUMBERS;
  }

  private boolean isInRange(double number) {
    return number >= least && number <= most;
  }

  /** What is accepted, as the end of a sentence: {@code a whole number from 1 to 10000}. */
  public String expected() {
    return switch (kind) {
      case EXPRESSION -> "an expression";
      case WHOLE -> "a whole number from %d to %d".formatted((long) least, (long) most);
      case DURATION -> "a duration from %s to %s".formatted(duration(least), duration(most));
      case FRACTION -> "a number from " + number(least) + " to " + number(most);
      case NUMBERS ->
          "a list of 1 to %d numbers from %s to %s"
              .formatted(MOST_NUMBERS, number(least), number(most));
      case EDGES ->
          "a list of 1 to %d numbers, each greater than the one before".formatted(MOST_NUMBERS);
    };
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String duration(double micros) {
    long seconds = (long) micros / Instants.MICROS_PER_SECOND;
    long day = Instants.MICROS_PER_DAY / Instants.MICROS_PER_SECOND;
    return seconds % day == 0 ? seconds / day + "d" : seconds + "s";
  }
}
