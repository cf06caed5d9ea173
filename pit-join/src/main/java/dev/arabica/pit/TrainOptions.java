package dev.arabica.pit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to make a training set from, and how.
 *
 * @param features the feature set, qualified or by its last name
 * @param await how long to wait for Iceberg to commit what a row needs; empty refuses at once
 * @param allowPartial serve windows of which blocks are missing
 * @param statuses add a column {@code _status.<feature>} for each feature
 */
public record TrainOptions(
    Path spine,
    String features,
    Path output,
    Blocks blocks,
    Format format,
    Optional<Duration> await,
    boolean allowPartial,
    boolean overwrite,
    boolean statuses) {}
