package dev.arabica.cli;

import java.util.ArrayList;
import java.util.List;

/** The arguments of a job, put together from a command's options. */
final class JobArguments {
  private final List<String> args = new ArrayList<>();

  static JobArguments of(Object... words) {
    return new JobArguments().add(words);
  }

  JobArguments add(Object... words) {
    for (Object word : words) {
      args.add(word.toString());
    }
    return this;
  }

  /** An option that was perhaps not given. */
  JobArguments addIfGiven(String option, Object value) {
    return value == null ? this : add(option, value);
  }

  JobArguments addFlag(String flag, boolean wanted) {
    return wanted ? add(flag) : this;
  }

  List<String> list() {
    return args;
  }
}
