package dev.arabica.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command in a process of its own and tells what that cost, and what it printed. */
final class Timed {
  private static final long MINUTES = 10;

  /** The shell counts the CPU of what it waits for to the millisecond. */
  private static final String SCRIPT = "TIMEFORMAT='%3U %3S %3R'; { time \"$@\" 2>&1; } >\"$OUT\"";

  private Timed() {}

  /** What a command printed and cost. */
  record Run(String out, double cpu, double wall) {}

  /**
   * @throws IOException if the command fails or does not end
   */
  static Run run(List<String> command) throws IOException {
    Path out = Files.createTempFile("benchmark", ".out");
    Path times = Files.createTempFile("benchmark", ".times");
    try {
      List<String> shell = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash"));
      shell.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(shell).redirectError(times.toFile());
      builder.environment().put("OUT", out.toString());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        throw new IOException(command + " did not end in " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new IOException(command + " failed:\n" + Files.readString(out));
      }
      String[] fields = Files.readString(times).strip().split(" ");
      double cpu = Double.parseDouble(fields[0]) + Double.parseDouble(fields[1]);
      return new Run(Files.readString(out), cpu, Double.parseDouble(fields[2]));
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      Files.delete(out);
      Files.delete(times);
    }
  }
}
