package dev.arabica.dsl;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A syntax tree without its places, to compare trees of texts that are laid out differently. */
final class TreeText {
  private TreeText() {}

  static String of(Object node) {
    if (node instanceof Optional<?> optional) {
      return optional.map(TreeText::of).orElse("-");
    } else if (node instanceof Collection<?> nodes) {
      return nodes.stream().map(TreeText::of).collect(Collectors.joining(", ", "[", "]"));
    } else if (node instanceof Record) {
      String name = node.getClass().getSimpleName();
      return Stream.of(node.getClass().getRecordComponents())
          .filter(part -> part.getType() != Span.class && part.getType() != SourceFile.class)
          .map(part -> of(value(node, part)))
          .collect(Collectors.joining(", ", name + "(", ")"));
    }
    return String.valueOf(node);
  }

  /** The parts of a node, those of its lists one by one. */
  static List<String> parts(Record node) {
    List<String> parts = new ArrayList<>();
    for (RecordComponent part : node.getClass().getRecordComponents()) {
      Object value = part.getType() == Span.class ? List.of() : value(node, part);
      for (Object each : value instanceof Collection<?> several ? several : List.of(value)) {
        parts.add("  " + part.getName() + ": " + of(each));
      }
    }
    return parts;
  }

  private static Object value(Object node, RecordComponent part) {
    try {
      return part.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
