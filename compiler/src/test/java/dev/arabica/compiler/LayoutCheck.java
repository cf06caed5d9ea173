package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.FeatFormatter;
import dev.arabica.dsl.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layout of a spec is no part of what it means. */
final class LayoutCheck {
  private LayoutCheck() {}

  /** Compiles the files again as they are laid out, if all of them can be. */
  static void check(List<SourceFile> files, Compilation before) {
    List<SourceFile> laidOut = new ArrayList<>();
    for (SourceFile file : files) {
      Optional<String> text = FeatFormatter.format(file).text();
      if (text.isEmpty()) {
        return;
      }
      laidOut.add(SourceFile.of(file.name(), text.get()));
    }
    Compilation after = SpecCompiler.compile(laidOut);
    assertThat(after.plan()).isEqualTo(before.plan());
    assertThat(told(after)).containsExactlyInAnyOrderElementsOf(told(before));
  }

  /** Without white space: a message may quote what it is about. */
  private static List<String> told(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(found -> found.code() + found.message().replaceAll("\\s", ""))
        .toList();
  }
}
