package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Functions of lists and maps, and those of strings that lists have too. */
final class ListFunctions {
  private static final Comparator<Object> ORDER = Order::compare;

  private ListFunctions() {}

  static Object apply(Expr.Call call, List<Object> args) {
    Object a = args.get(0);
    List<?> list = a instanceof List<?> elements ? elements : List.of();
    return switch (call.function()) {
      case ELEMENT -> element(a, args.get(1));
      case SLICE -> slice(list, args);
      case LENGTH -> length(a);
      case INDEX_OF -> indexOf(a, args.get(1));
      case REVERSE -> reverse(a);
      case SORT -> list.stream().sorted(Comparator.nullsLast(ORDER)).toList();
      case DISTINCT -> distinct(list);
      case MAP_KEYS -> new ArrayList<>(((Map<?, ?>) a).keySet());
      case MAP_VALUES -> new ArrayList<>(((Map<?, ?>) a).values());
      default ->
          total(call, list.stream().filter(Objects::nonNull).map(Object.class::cast).toList());
    };
  }

  private static Object element(Object a, Object index) {
    if (a instanceof Map<?, ?> map) {
      return map.get(index);
    }
    List<Object> list = new ArrayList<>();
    if (a instanceof float[] vector) {
      for (float number : vector) {
        list.add((double) number);
      }
    } else {
      list.addAll((List<?>) a);
    }
    for (long i = 0; i < list.size(); i++) {
      if (index.equals(i) || index.equals(i - list.size())) {
        return list.get((int) i);
      }
    }
    return null;
  }

  private static Object slice(List<?> list, List<Object> args) {
    int[] bounds = TextFunctions.bounds(args, list.size());
    return bounds == null ? null : list.subList(bounds[0], bounds[1]);
  }

  private static Object length(Object a) {
    if (a instanceof String text) {
      return text.codePoints().count();
    }
    return a instanceof Map<?, ?> map ? (long) map.size() : (long) ((List<?>) a).size();
  }

  private static Object indexOf(Object a, Object wanted) {
    if (a instanceof String text) {
      int index =
          TextFunctions.index(TextFunctions.points(text), TextFunctions.points((String) wanted), 0);
      return index < 0 ? null : (long) index;
    }
    long index = 0;
    for (Object element : (List<?>) a) {
      if (element != null && Order.compare(element, wanted) == 0) {
        return index;
      }
      index++;
    }
    return null;
  }

  private static Object reverse(Object a) {
    LinkedList<Object> reversed = new LinkedList<>();
    if (a instanceof List<?> list) {
      list.forEach(reversed::addFirst);
      return reversed;
    }
    ((String) a).codePoints().mapToObj(Character::toString).forEach(reversed::addFirst);
    return String.join("", reversed.stream().map(String.class::cast).toList());
  }

  private static List<Object> distinct(List<?> list) {
    List<Object> distinct = new ArrayList<>();
    for (Object element : list) {
      if (distinct.stream().noneMatch(known -> Order.nullsFirst(known, element) == 0)) {
        distinct.add(element);
      }
    }
    return distinct;
  }

  private static Object total(Expr.Call call, List<Object> values) {
    Type element = ((Type.ListType) call.args().get(0).type()).element();
    return switch (call.function()) {
      case LIST_SUM -> sum(element, values);
      case LIST_AVG -> average(element, values);
      case LIST_MIN -> Functions.hasNaN(values) ? null : values.stream().min(ORDER).orElse(null);
      case LIST_MAX -> Functions.hasNaN(values) ? null : values.stream().max(ORDER).orElse(null);
      default -> throw new IllegalArgumentException(call.function().symbol());
    };
  }

  private static Object sum(Type element, List<Object> values) {
    if (element.isFloat()) {
      return Numbers.number(realSum(values));
    }
    return element instanceof Type.DecimalType decimal
        ? Numbers.decimal(new Type.DecimalType(38, decimal.scale()), exactSum(values))
        : Numbers.whole(exactSum(values));
  }

  private static Object average(Type element, List<Object> values) {
    double sum = element.isFloat() ? realSum(values) : exactSum(values).doubleValue();
    return values.isEmpty() ? null : Numbers.number(sum / values.size());
  }

  private static double realSum(List<Object> values) {
    double sum = 0;
    for (Object value : values) {
      sum = sum + (Double) value;
    }
    return sum;
  }

  private static BigDecimal exactSum(List<Object> values) {
    return values.stream().map(ExactNumbers::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
