package dev.arabica.cli;

import dev.arabica.compiler.HelpPage;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.DiagnosticRenderer;
import dev.arabica.dsl.SourceFile;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * Runs the short commands once, with the specs of a folder, so that their classes are loaded when
 * the JVM ends: the launcher lets it write them to an archive then, which later JVMs map instead of
 * loading each class anew.
 */
final class Rehearsal {
  private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

  private Rehearsal() {}

  public static void main(String[] args) {
    diagnostics();
    String specs = args[0];
    command("check", specs);
    command("check", "--format", "json", specs);
    command("plan", specs);
    command("plan", "--format", "json", specs);
    command("fmt", "--check", specs);
    command("explain", "F0101");
    command("explain", "no such code");
    command("--help");
  }

  private static void command(String... args) {
    Featc.run(NOWHERE, NOWHERE, args);
  }

  /** The help pages hold a spec for every diagnostic, and so nearly all of the language. */
  private static void diagnostics() {
    DiagnosticRenderer renderer = new DiagnosticRenderer(false);
    for (Code code : HelpPage.codes()) {
      HelpPage page = HelpPage.of(code);
      for (String text : List.of(page.bad(), page.good(), HelpPage.source() + page.good())) {
        SourceFile file = SourceFile.of(code.id(), text);
        SpecCompiler.compile(List.of(file)).diagnostics().forEach(renderer::render);
      }
    }
  }
}
