package dev.arabica.cli;

import dev.arabica.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A job that runs to its end in an engine and closes with one line {@code RESULT {...}}. */
public final class EngineJob {
  private static final String RESULT = "RESULT ";

  private EngineJob() {}

  /**
   * Runs a job, passing on what it says on the way, on either output.
   *
   * @return its result document
   * @throws EngineFailedException with the job's own message, if it failed
   */
  public static Map<String, Object> run(Engine engine, List<String> args, Consumer<String> progress)
      throws InterruptedException {
    AtomicReference<String> result = new AtomicReference<>();
    try (EngineProcess process = engine.start(args)) {
      process.onErrors(progress).onOutput(line -> take(line, result, progress));
      int code = process.waitFor();
      if (code != ExitCode.OK || result.get() == null) {
        throw new EngineFailedException(
            code == ExitCode.OK ? ExitCode.REMOTE : code, process.lastErrors());
      }
      return Json.parseObject(result.get());
    }
  }

  private static void take(String line, AtomicReference<String> result, Consumer<String> progress) {
    if (line.startsWith(RESULT)) {
      result.set(line.substring(RESULT.length()));
    } else {
      progress.accept(line);
    }
  }
}
