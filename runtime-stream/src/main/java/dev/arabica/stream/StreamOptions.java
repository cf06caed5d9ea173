package dev.arabica.stream;

import dev.arabica.core.time.Instants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the stream is started with.
 *
 * @param environment the environment's folder
 * @param bootstrap the Kafka brokers, {@code host:port}
 * @param checkpointInterval how often rows are committed and published
 * @param quietAfter how long without events makes a source quiet
 * @param completeFrom from when on the topics hold the whole history, microseconds since the epoch;
 *     Long.MIN_VALUE for all of it
 * @param cluster whether to run where Flink's command line says instead of in this process
 */
record StreamOptions(
    Path environment,
    String bootstrap,
    int parallelism,
    Duration checkpointInterval,
    Duration quietAfter,
    long completeFrom,
    boolean cluster) {

  static final String USAGE =
      """
      usage: StreamMain --env DIR --bootstrap HOST:PORT [--parallelism 2]
             [--checkpoint-interval 2s] [--quiet-after 30s] [--complete-from INSTANT] [--cluster]""";

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m)");

  /**
   * @throws IllegalArgumentException saying which argument is wrong
   */
  static StreamOptions parse(String[] args) {
    Path environment = null;
    String bootstrap = null;
    int parallelism = 2;
    Duration interval = Duration.ofSeconds(2);
    Duration quiet = Duration.ofSeconds(30);
    long completeFrom = Long.MIN_VALUE;
    boolean cluster = false;
    for (int i = 0; i < args.length; i++) {
      String option = args[i];
      if (option.equals("--cluster")) {
        cluster = true;
        continue;
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(option + " has no value");
      }
      String value = args[++i];
      switch (option) {
        case "--env" -> environment = Path.of(value);
        case "--bootstrap" -> bootstrap = value;
        case "--parallelism" -> parallelism = parallelism(value);
        case "--checkpoint-interval" -> interval = duration(option, value);
        case "--quiet-after" -> quiet = duration(option, value);
        case "--complete-from" -> completeFrom = Instants.parse(value);
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new StreamOptions(
        required("--env", environment),
        required("--bootstrap", bootstrap),
        parallelism,
        interval,
        quiet,
        completeFrom,
        cluster);
  }

  private static <T> T required(String option, T value) {
    if (value == null) {
      throw new IllegalArgumentException(option + " is missing");
    }
    return value;
  }

  private static int parallelism(String value) {
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("--parallelism is not a number of tasks: " + value);
    }
    return Integer.parseInt(value);
  }

  private static Duration duration(String option, String value) {
    Matcher parts = DURATION.matcher(value);
    if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
      throw new IllegalArgumentException(
          option + " is not a length of time such as 500ms, 2s or 1m: " + value);
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
