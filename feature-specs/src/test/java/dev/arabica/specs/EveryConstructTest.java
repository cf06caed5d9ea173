package dev.arabica.specs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.dsl.FeatParser;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.ast.FeatFile;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The catalogue shows everything that can be written. */
class EveryConstructTest {
  @Test
  void everyNodeOfTheSyntaxTreeIsInSomeSpec() throws IOException {
    Set<Class<?>> found = new HashSet<>();
    for (Path program : ShippedSpecs.all()) {
      for (SourceFile file : ShippedSpecs.read(program)) {
        walk(FeatParser.parse(file).file(), found);
      }
    }
    Set<Class<?>> all = new HashSet<>();
    describe(FeatFile.class, all);
    Set<String> missing = new TreeSet<>();
    all.stream().filter(node -> !found.contains(node)).forEach(n -> missing.add(n.getName()));
    assertThat(missing).isEmpty();
  }

  @Test
  void everyAggregateIsInSomeSpec() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (AggregateFunction function : AggregateFunction.values()) {
      missing.add(function.symbol());
    }
    for (Path program : ShippedSpecs.all()) {
      for (GroupPlan group : ShippedSpecs.plan(program).groups()) {
        group
            .packs()
            .forEach(
                pack ->
                    pack.aggregates().forEach(aggregate -> missing.remove(aggregate.function())));
      }
    }
    assertThat(missing).isEmpty();
  }

  /** The classes of a tree's nodes. */
  private static void walk(Object value, Set<Class<?>> found) {
    if (value instanceof Collection<?> values) {
      values.forEach(element -> walk(element, found));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(element -> walk(element, found));
    } else if (value != null && isNode(value.getClass())) {
      found.add(value.getClass());
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        walk(read(component, value), found);
      }
    }
  }

  private static Object read(RecordComponent component, Object node) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The records that can stand in a tree: those that a type names, and those it permits. */
  private static void describe(Class<?> type, Set<Class<?>> all) {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        describe(permitted, all);
      }
    } else if (isNode(type) && all.add(type)) {
      for (RecordComponent component : type.getRecordComponents()) {
        arguments(component.getGenericType(), all);
      }
    }
  }

  private static void arguments(java.lang.reflect.Type type, Set<Class<?>> all) {
    if (type instanceof Class<?> named) {
      describe(named, all);
    } else if (type instanceof java.lang.reflect.ParameterizedType generic) {
      for (java.lang.reflect.Type argument : generic.getActualTypeArguments()) {
        arguments(argument, all);
      }
    }
  }

  private static boolean isNode(Class<?> type) {
    return type.isRecord() && type.getPackage().equals(FeatFile.class.getPackage());
  }
}
