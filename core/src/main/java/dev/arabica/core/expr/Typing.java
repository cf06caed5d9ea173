package dev.arabica.core.expr;

import static dev.arabica.core.type.Type.BOOL;
import static dev.arabica.core.type.Type.DATE;
import static dev.arabica.core.type.Type.DURATION;
import static dev.arabica.core.type.Type.INT64;
import static dev.arabica.core.type.Type.NULL;
import static dev.arabica.core.type.Type.STRING;
import static dev.arabica.core.type.Type.TIMESTAMP;

import dev.arabica.core.type.Type;
import java.util.List;

/**
 * What a function takes and gives: the type of a call, or null if it does not take the arguments.
 */
@FunctionalInterface
interface Typing {
  Type resultType(Arguments args);

  /** Exactly these types. */
  static Typing of(Type result, Type... types) {
    return args -> args.are(types) ? result : null;
  }

  /** One argument, a date or an instant. */
  static Type dayField(Arguments args) {
    return args.are(TIMESTAMP) || args.are(DATE) ? INT64 : null;
  }

  static Type equality(Arguments args) {
    if (args.count() != 2) {
      return null;
    }
    Type common = CommonType.of(args.types());
    return common != null && CommonType.isSingle(common) ? BOOL : null;
  }

  static Type ordering(Arguments args) {
    return equality(args) == null || args.types().contains(BOOL) ? null : BOOL;
  }

  static Type logical(Arguments args) {
    return args.count() == 2 && args.types().stream().allMatch(t -> t == BOOL || t == NULL)
        ? BOOL
        : null;
  }

  static Type isNull(Arguments args) {
    return args.count() == 1 ? BOOL : null;
  }

  static Type common(Arguments args) {
    return CommonType.of(args.types());
  }

  static Type conditional(Arguments args) {
    return args.count() == 3 && args.type(0) == BOOL
        ? CommonType.of(args.type(1), args.type(2))
        : null;
  }

  static Type nullIf(Arguments args) {
    return equality(args) != null && args.type(0) != NULL ? args.type(0) : null;
  }

  /** Among the other arguments, or in the one list. */
  static Type membership(Arguments args) {
    if (args.count() < 2) {
      return null;
    }
    boolean inList = args.count() == 2 && args.type(1) instanceof Type.ListType;
    Type common =
        inList
            ? CommonType.of(args.type(0), ((Type.ListType) args.type(1)).element())
            : common(args);
    return common != null && CommonType.isSingle(common) ? BOOL : null;
  }

  static Type extreme(Arguments args) {
    Type common = common(args);
    return isOrdered(common) && !args.types().contains(NULL) ? common : null;
  }

  /** Whether values of the type have an order that a user would speak of. */
  static boolean isOrdered(Type type) {
    return type != null && CommonType.isSingle(type) && type != BOOL && type != NULL;
  }

  static Type length(Arguments args) {
    return args.count() == 1
            && (args.type(0) == STRING
                || args.type(0) instanceof Type.ListType
                || args.type(0) instanceof Type.MapType)
        ? INT64
        : null;
  }

  static Type concat(Arguments args) {
    return args.count() > 0 && args.types().stream().allMatch(STRING::equals) ? STRING : null;
  }

  /** {@code (s, from)} or {@code (s, from, n)}. */
  static Type substring(Arguments args) {
    return isSlice(args) && args.type(0) == STRING ? STRING : null;
  }

  static boolean isSlice(Arguments args) {
    return (args.count() == 2 || args.count() == 3) && args.areIntegersFrom(1);
  }

  static Type join(Arguments args) {
    return args.are(new Type.ListType(STRING), STRING) ? STRING : null;
  }

  static Type toDuration(Arguments args) {
    return args.count() == 1 && args.type(0).isInteger() ? DURATION : null;
  }

  static Type fromDuration(Arguments args) {
    return args.are(TIMESTAMP) || args.are(DURATION) ? INT64 : null;
  }

  static Type fromEpoch(Arguments args) {
    return args.count() == 1 && args.type(0).isInteger() ? TIMESTAMP : null;
  }

  static Type toTimestamp(Arguments args) {
    return args.are(STRING) || args.are(DATE) ? TIMESTAMP : null;
  }

  static Type addDays(Arguments args) {
    return args.count() == 2 && args.type(0) == DATE && args.type(1).isInteger() ? DATE : null;
  }

  static Type hash(Arguments args) {
    return args.count() == 1 && args.type(0) != NULL ? INT64 : null;
  }

  static Type hashBucket(Arguments args) {
    return args.count() == 2 && args.type(0) != NULL && args.type(1).isInteger() ? INT64 : null;
  }

  static Type oneHot(Arguments args) {
    int options = args.count() - 1;
    return options >= 1
            && options <= Type.VectorType.MOST_VALUES
            && membership(args) != null
            && CommonType.isSingle(args.type(1))
            && args.areConstantFrom(1)
        ? new Type.VectorType(options)
        : null;
  }

  static Type bucketize(Arguments args) {
    return args.count() >= 2 && args.areNumeric(args.count()) && args.areConstantFrom(1)
        ? INT64
        : null;
  }

  static Type toText(Arguments args) {
    List<Type> types = args.types();
    return types.size() == 1 && CommonType.isSingle(types.get(0)) && types.get(0) != NULL
        ? STRING
        : null;
  }
}
