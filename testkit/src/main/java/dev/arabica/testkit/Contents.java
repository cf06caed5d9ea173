package dev.arabica.testkit;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that an object holds, down to its numbers, in one list: two such lists of one object
 * are equal only if nothing was written to it in between, not even what no method shows.
 */
final class Contents {
  private final List<String> leaves = new ArrayList<>();
  private final Map<Object, Integer> seen = new IdentityHashMap<>();

  private Contents() {}

  static List<String> of(Object root) {
    Contents contents = new Contents();
    contents.visit(root);
    return contents.leaves;
  }

  private void visit(Object value) {
    if (value == null || isLeaf(value)) {
      leaves.add(String.valueOf(value));
      return;
    }
    Integer before = seen.putIfAbsent(value, seen.size());
    leaves.add(before == null ? value.getClass().getName() : "see " + before);
    if (before != null) {
      return;
    }
    if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        visit(Array.get(value, i));
      }
    } else if (value instanceof Collection<?> values) {
      values.forEach(this::visit);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, entry) -> {
            visit(key);
            visit(entry);
          });
    } else {
      visitFields(value, value.getClass());
    }
  }

  /** What belongs to the JDK, whose fields nobody may read: it tells what it holds as text. */
  private static boolean isLeaf(Object value) {
    boolean holdsOthers =
        value.getClass().isArray() || value instanceof Collection || value instanceof Map;
    return value instanceof Enum
        || value instanceof Class
        || value.getClass().isHidden()
        || value.getClass().getName().startsWith("java.") && !holdsOthers;
  }

  private void visitFields(Object value, Class<?> type) {
    if (type.getName().startsWith("java.")) {
      return;
    }
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        visit(valueOf(field, value));
      }
    }
    visitFields(value, type.getSuperclass());
  }

  private static Object valueOf(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
