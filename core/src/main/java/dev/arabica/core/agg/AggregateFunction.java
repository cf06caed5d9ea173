package dev.arabica.core.agg;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The aggregates: name, meaning, typing and code, in one table. */
public enum AggregateFunction {
  COUNT("count() counts rows, count(x) the rows whose x is not null", "0", true) {
    @Override
    public Type resultType(Type input) {
      return Type.INT64;
    }

    @Override
    Aggregator<?> create(Type input, GroupPlan.Aggregate aggregate) {
      return new Count();
    }
  },
  SUM(
      "sum(x): integers in 128 bits, floats exactly; rounded or refused only when finished",
      "0",
      true) {
    @Override
    public Type resultType(Type input) {
      return numeric(input) ? input.isFloat() ? Type.FLOAT64 : Type.INT64 : null;
    }

    @Override
    Aggregator<?> create(Type input, GroupPlan.Aggregate aggregate) {
      return input.isFloat() ? new FloatSum(false) : new IntSum(false);
    }
  },
  AVG("avg(x): the exact sum by the count, rounded once", "null", true) {
    @Override
    public Type resultType(Type input) {
      return numeric(input) ? Type.FLOAT64 : null;
    }

    @Override
    Aggregator<?> create(Type input, GroupPlan.Aggregate aggregate) {
      return input.isFloat() ? new FloatSum(true) : new IntSum(true);
    }
  },
  MIN("min(x): the least value; strings by their UTF-8 bytes", "null", false) {
    @Override
    public Type resultType(Type input) {
      return ordered(input) ? input : null;
    }

    @Override
    Aggregator<?> create(Type input, GroupPlan.Aggregate aggregate) {
      return Extremum.of(input, false);
    }
  },
  MAX("max(x): the greatest value; strings by their UTF-8 bytes", "null", false) {
    @Override
    public Type resultType(Type input) {
      return ordered(input) ? input : null;
    }

    @Override
    Aggregator<?> create(Type input, GroupPlan.Aggregate aggregate) {
      return Extremum.of(input, true);
    }
  },
  LAST("last(x): the newest value that is not null, by (event time, event id)", "null", false) {
    @Override
    public Type resultType(Type input) {
      return input == Type.NULL ? null : input;
    }

    @Override
    Aggregator<?> create(Type input, GroupPlan.Aggregate aggregate) {
      return new LastN(input, 1, true);
    }
  },
  LAST_N("last_n(n, x): the newest n values that are not null, newest first", "[]", false) {
    @Override
    public List<String> parameters() {
      return List.of("n");
    }

    @Override
    public Type resultType(Type input) {
      return input == null || input == Type.NULL ? null : new Type.ListType(input);
    }

    @Override
    Aggregator<?> create(Type input, GroupPlan.Aggregate aggregate) {
      return new LastN(input, Math.toIntExact(aggregate.parameters().get("n")), false);
    }
  },
  APPROX_DISTINCT(
      "approx_distinct(x): how many different values; exact up to 256, then a sketch with 1.2% standard error",
      "0", false) {
    @Override
    public Type resultType(Type input) {
      return input != null && input.isKey() ? Type.INT64 : null;
    }

    @Override
    Aggregator<?> create(Type input, GroupPlan.Aggregate aggregate) {
      return new ApproxDistinct(input);
    }
  };

  /** The greatest {@code n} of a bounded list. */
  public static final int MAX_N = 10_000;

  private final String doc;
  private final String emptyValue;
  private final boolean invertible;

  AggregateFunction(String doc, String emptyValue, boolean invertible) {
    this.doc = doc;
    this.emptyValue = emptyValue;
    this.invertible = invertible;
  }

  /** The name as written in a spec. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String doc() {
    return doc;
  }

  /** The value of an empty window, as it is written. */
  public String emptyValue() {
    return emptyValue;
  }

  /** Whether a sliding sweep may subtract what leaves the window. */
  public boolean isInvertible() {
    return invertible;
  }

  /**
   * Whether its value depends on the moment of the request, and not only on the events of the
   * window and its bounds. Where it does not, requests of the same block share their values.
   */
  public boolean usesRequestTime() {
    return false;
  }

  /** The version byte of its reps; part of an aggregate's identity. */
  public int codecVersion() {
    return 1;
  }

  /** The names of its integer parameters, which stand before the input. */
  public List<String> parameters() {
    return List.of();
  }

  /** Whether it may be called without an input. */
  public boolean inputIsOptional() {
    return this == COUNT;
  }

  /**
   * The type of its value over such an input ({@code null} for none), or null if it does not take
   * that.
   */
  public abstract Type resultType(Type input);

  abstract Aggregator<?> create(Type input, GroupPlan.Aggregate aggregate);

  /** The aggregate of this name, or null. */
  public static AggregateFunction named(String symbol) {
    return Arrays.stream(values()).filter(f -> f.symbol().equals(symbol)).findFirst().orElse(null);
  }

  /**
   * The code of an aggregate of the plan.
   *
   * @throws UnknownNameException if this build does not know the function
   */
  public static Aggregator<?> bind(GroupPlan.Aggregate aggregate) {
    AggregateFunction function = named(aggregate.function());
    if (function == null) {
      throw new UnknownNameException(
          "aggregate",
          aggregate.function(),
          Arrays.stream(values()).map(AggregateFunction::symbol).toList());
    }
    return function.create(aggregate.input().map(expr -> expr.type()).orElse(null), aggregate);
  }

  private static boolean numeric(Type input) {
    return input != null && input.isNumeric();
  }

  private static boolean ordered(Type input) {
    return input != null
        && (input.isNumeric()
            || input == Type.STRING
            || input == Type.TIMESTAMP
            || input == Type.DATE);
  }
}
