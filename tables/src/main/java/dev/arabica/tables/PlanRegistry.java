package dev.arabica.tables;

import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.Unsupported;
import dev.arabica.core.plan.UnsupportedPlanException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plans of an environment, each a file named by its fingerprint that never changes, and a
 * pointer to the current one. Every write is a rename, so that a reader sees the old or the new.
 */
public final class PlanRegistry {
  private static final String CURRENT = "current";
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  PlanRegistry(Path folder) {
    this.folder = folder;
  }

  /**
   * Stores a plan and returns its fingerprint; storing it again changes nothing.
   *
   * @throws UnsupportedPlanException if no engine executes all of it
   */
  public String register(Plan plan) {
    Unsupported.refuse(plan);
    String fingerprint = PlanCodec.fingerprint(plan);
    if (!Files.exists(file(fingerprint))) {
      replace(file(fingerprint), PlanCodec.toJson(plan));
    }
    return fingerprint;
  }

  /**
   * Stores a plan and makes it the current one.
   *
   * @throws UnsupportedPlanException if no engine executes all of it
   */
  public String makeCurrent(Plan plan) {
    String fingerprint = register(plan);
    replace(folder.resolve(CURRENT), fingerprint + "\n");
    return fingerprint;
  }

  /** The fingerprint of the current plan, if there is one. */
  public Optional<String> currentFingerprint() {
    Path pointer = folder.resolve(CURRENT);
    return Files.exists(pointer) ? Optional.of(text(pointer).strip()) : Optional.empty();
  }

  /**
   * The current plan.
   *
   * @throws TablesException if no plan was made current yet
   * @throws UnsupportedPlanException if no engine of this build executes all of it
   */
  public Plan current() {
    return load(
        currentFingerprint()
            .orElseThrow(() -> new TablesException("no plan is registered in `" + folder + "`")));
  }

  /**
   * The plan of a fingerprint, to be executed. Every engine gets its plan here.
   *
   * @throws TablesException if it is not registered here, or its file was changed
   * @throws UnsupportedPlanException if no engine of this build executes all of it
   */
  public Plan load(String fingerprint) {
    Plan plan = read(fingerprint);
    Unsupported.refuse(plan);
    return plan;
  }

  /**
   * The plan of a fingerprint, to be looked at, by whatever build it was registered.
   *
   * @throws TablesException if it is not registered here, or its file was changed
   */
  public Plan read(String fingerprint) {
    if (!FINGERPRINT.matcher(fingerprint).matches() || !Files.exists(file(fingerprint))) {
      throw new TablesException("no plan `" + fingerprint + "` in `" + folder + "`");
    }
    String text = text(file(fingerprint));
    // Of the text, not of the plan: what an older version wrote is written otherwise today.
    if (!Fingerprint.sha256(text.getBytes(StandardCharsets.UTF_8)).equals(fingerprint)) {
      throw new TablesException("`" + file(fingerprint) + "` does not hold the plan of its name");
    }
    try {
      return PlanCodec.fromJson(text);
    } catch (IllegalArgumentException e) {
      throw new TablesException("`" + file(fingerprint) + "`: " + e.getMessage(), e);
    }
  }

  /** The file of a plan, to be named to another process. */
  public Path file(String fingerprint) {
    return folder.resolve(fingerprint + ".json");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new TablesException("cannot read `" + file + "`: " + e, e);
    }
  }

  private void replace(Path file, String text) {
    try {
      Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".draft");
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TablesException("cannot write `" + file + "`: " + e, e);
    }
  }
}
