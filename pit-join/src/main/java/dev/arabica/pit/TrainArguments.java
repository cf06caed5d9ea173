package dev.arabica.pit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command line of {@link TrainMain}.
 *
 * @param environment the environment's folder
 * @param plan the fingerprint of a registered plan; the current one if empty
 * @param master a Spark master; local if empty
 */
record TrainArguments(
    Path environment, Optional<String> plan, Optional<String> master, TrainOptions options) {
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--env",
          "--plan",
          "--master",
          "--spine",
          "--features",
          "--output",
          "--blocks",
          "--format",
          "--wait-timeout");
  private static final Set<String> SWITCHES =
      Set.of("--wait", "--allow-partial", "--overwrite", "--status");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Duration DEFAULT_WAIT = Duration.ofMinutes(10);

  /**
   * @throws UsageException naming the argument that is wrong or missing
   */
  static TrainArguments parse(String... arguments) {
    Map<String, String> values = new HashMap<>();
    Set<String> switches = new HashSet<>();
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i].equals("-o") ? "--output" : arguments[i];
      if (SWITCHES.contains(name)) {
        switches.add(name);
      } else if (!WITH_VALUE.contains(name)) {
        throw new UsageException("unknown argument `" + arguments[i] + "`");
      } else if (++i == arguments.length) {
        throw new UsageException("`" + name + "` needs a value");
      } else if (values.put(name, arguments[i]) != null) {
        throw new UsageException("`" + name + "` is given twice");
      }
    }
    return new TrainArguments(
        Path.of(values.getOrDefault("--env", ".arabica")),
        Optional.ofNullable(values.get("--plan")),
        Optional.ofNullable(values.get("--master")),
        options(values, switches));
  }

  private static TrainOptions options(Map<String, String> values, Set<String> switches) {
    Duration wait =
        values.containsKey("--wait-timeout")
            ? duration(values.get("--wait-timeout"))
            : DEFAULT_WAIT;
    return new TrainOptions(
        Path.of(require(values, "--spine")),
        require(values, "--features"),
        Path.of(require(values, "--output")),
        oneOf(Blocks.values(), "--blocks", values.getOrDefault("--blocks", "as-served")),
        oneOf(Format.values(), "--format", values.getOrDefault("--format", "parquet")),
        switches.contains("--wait") ? Optional.of(wait) : Optional.empty(),
        switches.contains("--allow-partial"),
        switches.contains("--overwrite"),
        switches.contains("--status"));
  }

  private static String require(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new UsageException("`" + name + "` is missing");
    }
    return value;
  }

  private static <T> T oneOf(T[] choices, String name, String typed) {
    List<T> all = Arrays.asList(choices);
    return all.stream()
        .filter(choice -> choice.toString().equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "`"
                        + name
                        + "` is "
                        + all.stream().map(T::toString).collect(Collectors.joining(" or "))
                        + ", not `"
                        + typed
                        + "`"));
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException("`--wait-timeout` is a time such as 90s or 10m, not `" + text + "`");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }
}
