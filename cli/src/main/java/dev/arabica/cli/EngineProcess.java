package dev.arabica.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running child JVM. Both its outputs are read all the time; the last lines of its error output
 * are kept for the message, should it fail.
 */
public final class EngineProcess implements AutoCloseable {
  private static final int KEPT_LINES = 40;
  private static final long STOP_SECONDS = 20;

  private final String name;
  private final Process process;
  private final Deque<String> errors = new ArrayDeque<>();
  private volatile Consumer<String> errorLines = line -> {};
  private final Thread errorReader;
  private Thread outputReader;

  EngineProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.errorReader = reader(process.getErrorStream(), this::keepError);
  }

  /** Gives every line of standard output to {@code lines}, on a thread of its own. */
  public EngineProcess onOutput(Consumer<String> lines) {
    outputReader = reader(process.getInputStream(), lines);
    return this;
  }

  /** Gives every further line of the error output to {@code lines}, too. */
  public EngineProcess onErrors(Consumer<String> lines) {
    errorLines = lines;
    return this;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code, once it has ended by itself. */
  public int waitFor() throws InterruptedException {
    int code = process.waitFor();
    errorReader.join();
    if (outputReader != null) {
      outputReader.join();
    }
    return code;
  }

  /** The last lines it wrote on its error output. */
  public String lastErrors() {
    synchronized (errors) {
      return String.join("\n", errors);
    }
  }

  /** Ends its input, which tells it to stop cleanly; kills it if it does not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      // Nothing to tell then.
    }
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void keepError(String line) {
    errorLines.accept(line);
    synchronized (errors) {
      errors.add(line);
      if (errors.size() > KEPT_LINES) {
        errors.remove();
      }
    }
  }

  private Thread reader(InputStream stream, Consumer<String> lines) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader in =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                  lines.accept(line);
                }
              } catch (IOException gone) {
                // The process has ended.
              }
            },
            name + "-output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
