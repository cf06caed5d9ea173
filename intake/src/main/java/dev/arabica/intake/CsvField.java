package dev.arabica.intake;

import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
import java.util.Optional;

/** One field of a CSV file, read on its own: as a test writes the cell of a row. */
public final class CsvField {
  private CsvField() {}

  /**
   * What became of a text.
   *
   * @param value boxed, if there is no problem
   * @param problem what was wanted and what was found instead
   */
  public record Read(Object value, Optional<String> problem) {}

  /**
   * Reads a text that is not null.
   *
   * @param encoding of a timestamp
   * @param name of the column, for the problem
   */
  public static Read read(String text, Type type, TimeEncoding encoding, String name) {
    try {
      return new Read(Texts.boxed(text, type, encoding, name), Optional.empty());
    } catch (Rejection e) {
      return new Read(null, Optional.of(e.getMessage()));
    }
  }
}
