package dev.arabica.stream;

import dev.arabica.tables.ControlState;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a start goes on from.
 *
 * @param checkpoint absent for a stream that starts anew
 */
record Restore(Optional<Path> checkpoint) {
  private static final String PLAN = "plan";

  /**
   * Finds the newest checkpoint, and clears away what killed runs left unfinished.
   *
   * @param identity of the plan, as {@link StreamIdentity} gives it
   * @throws IllegalStateException if the checkpoint is of another plan, or there is none although
   *     the tables hold streamed rows
   */
  static Restore of(Environment environment, String identity, List<PlannedSource> sources) {
    Checkpoints checkpoints = new Checkpoints(environment.checkpoints());
    Optional<Path> newest = checkpoints.newest();
    checkpoints.sweep();
    Path planFile = environment.checkpoints().resolve(PLAN);
    if (newest.isPresent()) {
      requireSamePlan(newest.get(), planFile, identity);
    } else {
      requireNothingStreamed(environment, sources);
      write(planFile, identity);
    }
    return new Restore(newest);
  }

  private static void requireSamePlan(Path checkpoint, Path planFile, String identity) {
    String was = read(planFile);
    if (!was.equals(identity)) {
      throw new IllegalStateException(
          "checkpoint "
              + checkpoint
              + " is of another plan ("
              + was
              + ") than the current one ("
              + identity
              + "): a stream goes on only with the sources and aggregates it started with");
    }
  }

  /** A topic read from its start again would put its rows into the raw table again. */
  private static void requireNothingStreamed(Environment environment, List<PlannedSource> sources) {
    ControlState control;
    try (Tables tables = Tables.open(environment)) {
      control = tables.blocks().control().latest();
    }
    for (PlannedSource source : sources) {
      if (control.streamed().contains(source.name())) {
        throw new IllegalStateException(
            "source "
                + source.name()
                + " was streamed into these tables, but "
                + environment.checkpoints()
                + " holds no checkpoint to go on from");
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
