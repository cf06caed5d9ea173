package dev.arabica.cli;

import dev.arabica.core.json.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * Runs a job for a command: its progress on the error output, its result as `name: value` lines or
 * as JSON.
 */
final class JobRun {
  private JobRun() {}

  static int run(Engine engine, List<String> args, boolean json, CommandLine command)
      throws InterruptedException {
    PrintWriter err = command.getErr();
    Map<String, Object> result;
    try {
      result = EngineJob.run(engine, args, err::println);
    } catch (EngineFailedException e) {
      // What it said has been passed on.
      return e.exitCode() == ExitCode.USAGE ? ExitCode.USAGE : ExitCode.REMOTE;
    }
    PrintWriter out = command.getOut();
    if (json) {
      out.println(Json.canonical(result));
    } else {
      result.forEach((name, value) -> out.println(name.replace('_', ' ') + ": " + text(value)));
    }
    return ExitCode.OK;
  }

  private static String text(Object value) {
    return value instanceof Map<?, ?> || value instanceof List<?>
        ? Json.canonical(value)
        : String.valueOf(value);
  }
}
