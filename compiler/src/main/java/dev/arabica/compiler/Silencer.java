package dev.arabica.compiler;

import dev.arabica.dsl.Allow;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.ParseResult;
import dev.arabica.dsl.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out the warnings that comments, or whoever runs the compiler, do not want to see. */
final class Silencer {
  private static final Set<String> WARNINGS =
      CompilerCodes.warnings().stream().map(Code::id).collect(Collectors.toSet());

  private final List<Allow> allows;
  private final Set<String> everywhere;
  private final Map<Place, Set<String>> byPlace = new HashMap<>();
  private final Map<Place, Set<String>> silenced = new HashMap<>();

  private record Place(SourceFile file, int line) {}

  /**
   * A silencer of some files.
   *
   * @param everywhere the ids of warnings that nobody wants
   */
  Silencer(List<ParseResult> parsed, Set<String> everywhere) {
    this.allows = parsed.stream().flatMap(result -> result.allows().stream()).toList();
    this.everywhere = everywhere;
    for (Allow allow : allows) {
      byPlace.computeIfAbsent(placeOf(allow), place -> new HashSet<>()).addAll(allow.codes());
    }
  }

  /** The diagnostics without the silenced warnings. */
  List<Diagnostic> audible(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(d -> d.isError() || !isSilenced(d)).toList();
  }

  private boolean isSilenced(Diagnostic warning) {
    String code = warning.code().id();
    int line = warning.span().file().positionOf(warning.span().start()).line();
    Place place = new Place(warning.span().file(), line);
    if (byPlace.getOrDefault(place, Set.of()).contains(code)) {
      silenced.computeIfAbsent(place, p -> new HashSet<>()).add(code);
      return true;
    }
    return everywhere.contains(code);
  }

  /** A warning for each comment that {@link #audible} had no use for. */
  List<Diagnostic> unused() {
    if (everywhere.contains(CompilerCodes.UNUSED_ALLOW.id())) {
      return List.of();
    }
    List<Diagnostic> unused = new ArrayList<>();
    for (Allow allow : allows) {
      Set<String> useful = silenced.getOrDefault(placeOf(allow), Set.of());
      allow.codes().stream()
          .filter(code -> !useful.contains(code))
          .filter(code -> !allow.codes().contains(CompilerCodes.UNUSED_ALLOW.id()))
          .sorted()
          .forEach(code -> unused.add(unused(allow, code)));
    }
    return unused;
  }

  private static Diagnostic unused(Allow allow, String code) {
    return Diagnostic.warning(
        CompilerCodes.UNUSED_ALLOW,
        allow.span(),
        "there is no warning " + code + " here to allow",
        WARNINGS.contains(code)
            ? "remove the code from the comment"
            : "only warnings can be allowed, whose codes begin with `F03`");
  }

  private static Place placeOf(Allow allow) {
    return new Place(allow.span().file(), allow.line());
  }
}
