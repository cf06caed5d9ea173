package dev.arabica.compiler;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Codes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to say about one diagnostic code, beyond the message at its place.
 *
 * @param meaning why it is an error, and what to do
 * @param bad a spec that is told so
 * @param good the same spec as it should be
 */
public record HelpPage(Code code, String meaning, String bad, String good) {
  private static final String BAD = "\n--- bad\n";
  private static final String GOOD = "\n--- good\n";

  /** All codes of the text and of its meaning, in order. */
  public static List<Code> codes() {
    return Stream.concat(Codes.all().stream(), CompilerCodes.all().stream()).toList();
  }

  /** The page of one of {@link #codes}. */
  public static HelpPage of(Code code) {
    String page = resource(code.id() + ".txt");
    int bad = page.indexOf(BAD);
    int good = page.indexOf(GOOD);
    return new HelpPage(
        code,
        page.substring(0, bad).strip(),
        page.substring(bad + BAD.length(), good).strip() + "\n",
        page.substring(good + GOOD.length()).strip() + "\n");
  }

  /** The source that the examples read where they declare none. */
  public static String source() {
    return resource("visits.feat");
  }

  /** The page as a terminal shows it. */
  public String text() {
    String reading =
        bad.contains("from visits") && !bad.contains("source visits")
            ? "\nwhere `visits` is\n\n" + indented(source())
            : "";
    return "%s: %s\n\n%s\n\nWrong:\n\n%s\nRight:\n\n%s%s"
        .formatted(code.id(), code.title(), meaning, indented(bad), indented(good), reading);
  }

  private static String indented(String spec) {
    return spec.lines()
        .map(line -> line.isEmpty() ? "\n" : "    " + line + "\n")
        .collect(Collectors.joining());
  }

  private static String resource(String name) {
    try (InputStream in = HelpPage.class.getResourceAsStream("help/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
