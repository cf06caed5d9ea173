package dev.arabica.compiler.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What differs between two lists of named, typed fields. */
final class FieldsDiff {
  private FieldsDiff() {}

  /**
   * One field.
   *
   * @param type with all that is said of its values
   * @param optional whether it may be absent
   */
  record Field(String name, String type, boolean optional) {
    @Override
    public String toString() {
      return type + (optional ? "?" : "");
    }
  }

  /**
   * Unsafe is what is gone or of another type, and what has to be there now and had not: events and
   * requests that lack it are refused.
   */
  static void compare(String noun, List<Field> old, List<Field> now, Change.Collector changes) {
    Map<String, Field> before = new LinkedHashMap<>();
    old.forEach(field -> before.put(field.name(), field));
    for (Field is : now) {
      Field was = before.remove(is.name());
      String what = noun + " " + is.name();
      if (was == null) {
        changes.add(
            is.optional()
                ? Change.of(what, null, is.toString())
                : Change.unsafe(what, null, is.toString()));
      } else if (was.type().equals(is.type()) && is.optional()) {
        changes.compare(what, was.toString(), is.toString());
      } else {
        changes.compareUnsafe(what, was.toString(), is.toString());
      }
    }
    before
        .values()
        .forEach(was -> changes.add(Change.unsafe(noun + " " + was.name(), was.toString(), null)));
  }
}
