package dev.arabica.batch;

import dev.arabica.core.time.Instants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** A command line: {@code COMMAND [OPERAND...] [--option VALUE...] [--flag]}. */
final class Arguments {
  private final List<String> operands = new ArrayList<>();
  private final Map<String, List<String>> options = new TreeMap<>();
  private final Set<String> flags = new HashSet<>();

  private Arguments() {}

  /** Which options a command has: those with one value, with several, and with none. */
  record Syntax(Set<String> single, Set<String> several, Set<String> flags) {}

  /**
   * @throws UsageException naming an option that is unknown, given twice or lacks its value
   */
  static Arguments parse(List<String> words, Syntax syntax) {
    Arguments arguments = new Arguments();
    List<String> values = null;
    for (String word : words) {
      if (word.startsWith("--")) {
        requireValue(arguments);
        values = arguments.open(word, syntax);
      } else if (values == null) {
        arguments.operands.add(word);
      } else {
        values.add(word);
        values = isSingle(arguments, values, syntax) ? null : values;
      }
    }
    requireValue(arguments);
    return arguments;
  }

  private List<String> open(String option, Syntax syntax) {
    if (syntax.flags.contains(option)) {
      flags.add(option);
      return null;
    }
    if (syntax.several.contains(option)) {
      return options.computeIfAbsent(option, o -> new ArrayList<>());
    }
    if (!syntax.single.contains(option)) {
      throw new UsageException("unknown option " + option);
    }
    List<String> values = new ArrayList<>();
    if (options.put(option, values) != null) {
      throw new UsageException("option " + option + " is given twice");
    }
    return values;
  }

  private static boolean isSingle(Arguments arguments, List<String> values, Syntax syntax) {
    return syntax.single.stream().anyMatch(option -> arguments.options.get(option) == values);
  }

  private static void requireValue(Arguments arguments) {
    arguments.options.forEach(
        (option, values) -> {
          if (values.isEmpty()) {
            throw new UsageException("option " + option + " needs a value");
          }
        });
  }

  List<String> operands() {
    return operands;
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> option(String option) {
    return Optional.ofNullable(options.get(option)).map(values -> values.get(0));
  }

  List<String> all(String option) {
    return options.getOrDefault(option, List.of());
  }

  String require(String option) {
    return option(option).orElseThrow(() -> new UsageException("option " + option + " is missing"));
  }

  /** An option that is an instant, as microseconds since the epoch. */
  OptionalLong instant(String option) {
    Optional<String> text = option(option);
    try {
      return text.isPresent() ? OptionalLong.of(Instants.parse(text.get())) : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      throw new UsageException("option " + option + ": " + e.getMessage());
    }
  }
}
