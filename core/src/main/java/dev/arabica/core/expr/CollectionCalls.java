package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Functions of lists and maps, whose elements are boxed. */
final class CollectionCalls {
  private CollectionCalls() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    Type type = call.type();
    if (call.function() == Function.LIST) {
      return new ListEvaluator((Type.ListType) type, args);
    }
    return new StrictEvaluator(type, args, body(call, args[0].type()));
  }

  private static StrictEvaluator.Body body(Expr.Call call, Type first) {
    return switch (call.function()) {
      case ELEMENT -> element(first);
      case SLICE -> CollectionCalls::slice;
      case LENGTH -> length(first);
      case INDEX_OF ->
          first == Type.STRING
              ? TextCalls::indexOf
              : indexOf((Type.ListType) first, call.args().get(1).type());
      case REVERSE -> reverse(first);
      case SORT -> sort((Type.ListType) first);
      case DISTINCT -> distinct((Type.ListType) first);
      case MAP_KEYS -> (a, out) -> out.putRef(frozen(new ArrayList<>(map(a[0]).keySet())));
      case MAP_VALUES -> (a, out) -> out.putRef(frozen(new ArrayList<>(map(a[0]).values())));
      default -> throw CallEvaluators.misplaced(call);
    };
  }

  static List<?> list(Evaluator arg) {
    return (List<?>) arg.refResult;
  }

  private static Map<?, ?> map(Evaluator arg) {
    return (Map<?, ?>) arg.refResult;
  }

  private static List<Object> frozen(List<Object> list) {
    return Collections.unmodifiableList(list);
  }

  private static StrictEvaluator.Body element(Type type) {
    if (type instanceof Type.MapType) {
      return (a, out) -> out.putBoxed(map(a[0]).get(a[1].boxed()));
    }
    if (type instanceof Type.VectorType) {
      return (a, out) -> {
        float[] vector = (float[]) a[0].refResult;
        int position = position(a[1].longResult, vector.length);
        return position >= 0 && out.putBoxed((double) vector[position]);
      };
    }
    return (a, out) -> {
      int position = position(a[1].longResult, list(a[0]).size());
      return position >= 0 && out.putBoxed(list(a[0]).get(position));
    };
  }

  /** From the beginning, or -1 if there is none. */
  private static int position(long given, int length) {
    long position = Slices.position(given, length);
    return position < 0 || position >= length ? -1 : (int) position;
  }

  private static boolean slice(Evaluator[] args, Evaluator out) {
    List<?> list = list(args[0]);
    int start = Slices.start(args, list.size());
    int end = Slices.end(args, start, list.size());
    // A copy: a view would keep the whole list.
    return end >= start && out.putRef(frozen(new ArrayList<>(list.subList(start, end))));
  }

  private static StrictEvaluator.Body length(Type type) {
    if (type == Type.STRING) {
      return (a, out) -> out.putLong(TextCalls.length(TextCalls.text(a, 0)));
    }
    return type instanceof Type.MapType
        ? (a, out) -> out.putLong(map(a[0]).size())
        : (a, out) -> out.putLong(list(a[0]).size());
  }

  private static StrictEvaluator.Body reverse(Type type) {
    if (type == Type.STRING) {
      // It keeps surrogate pairs in their order.
      return (a, out) -> out.putRef(new StringBuilder(TextCalls.text(a, 0)).reverse().toString());
    }
    return (a, out) -> {
      List<Object> reversed = new ArrayList<>(list(a[0]));
      Collections.reverse(reversed);
      return out.putRef(frozen(reversed));
    };
  }

  private static StrictEvaluator.Body indexOf(Type.ListType list, Type wanted) {
    Type common = CommonType.of(list.element(), wanted);
    UnaryOperator<Object> element = Widening.comparable(list.element(), common);
    UnaryOperator<Object> value = Widening.comparable(wanted, common);
    return (a, out) -> {
      Object sought = value.apply(a[1].boxed());
      List<?> values = list(a[0]);
      for (int i = 0; i < values.size(); i++) {
        Object next = element.apply(values.get(i));
        if (next != null && Values.compare(common, next, sought) == 0) {
          return out.putLong(i);
        }
      }
      return false;
    };
  }

  /** {@code x in xs}: found, else null if an element is. */
  static Evaluator contains(Evaluator[] args, Type.ListType list) {
    StrictEvaluator.Body find = indexOf(list, args[0].type());
    Evaluator[] listFirst = {args[1], args[0]};
    return new StrictEvaluator(
        Type.BOOL,
        listFirst,
        (a, out) -> {
          boolean found = find.apply(a, out);
          return (found || list(a[0]).stream().noneMatch(Objects::isNull)) && out.putBool(found);
        });
  }

  private static StrictEvaluator.Body sort(Type.ListType type) {
    Comparator<Object> order = Comparator.nullsLast((a, b) -> Values.compare(type.element(), a, b));
    return (a, out) -> {
      List<Object> sorted = new ArrayList<>(list(a[0]));
      sorted.sort(order);
      return out.putRef(frozen(sorted));
    };
  }

  private static StrictEvaluator.Body distinct(Type.ListType type) {
    return (a, out) -> {
      TreeSet<Object> seen =
          new TreeSet<>((x, y) -> Values.compareNullsFirst(type.element(), x, y));
      List<Object> distinct = new ArrayList<>(list(a[0]));
      distinct.removeIf(value -> !seen.add(value));
      return out.putRef(frozen(distinct));
    };
  }

  private static final class ListEvaluator extends Evaluator {
    private final Evaluator[] elements;

    ListEvaluator(Type.ListType type, Evaluator[] args) {
      super(type);
      elements = Widening.widenAll(args, type.element());
    }

    @Override
    public boolean evaluate(Row row) {
      List<Object> values = new ArrayList<>(elements.length);
      for (Evaluator element : elements) {
        values.add(element.value(row));
      }
      return putRef(frozen(values));
    }
  }
}
