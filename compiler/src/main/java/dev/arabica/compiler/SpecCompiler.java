package dev.arabica.compiler;

import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.FeatParser;
import dev.arabica.dsl.ParseResult;
import dev.arabica.dsl.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From specs to a plan. The files are one program: a name declared in one can be used in another of
 * its package.
 */
public final class SpecCompiler {
  private SpecCompiler() {}

  /**
   * Parses, declares, checks and plans: one phase after the other, every one of them on what the
   * last could make out. Never throws for what the files hold.
   */
  public static Compilation compile(List<SourceFile> files) {
    return compile(files, Set.of());
  }

  /**
   * Compiles without warnings of some codes.
   *
   * @param allowed ids of warnings, such as {@code F0302}
   */
  public static Compilation compile(List<SourceFile> files, Set<String> allowed) {
    List<ParseResult> parsed = files.stream().map(FeatParser::parse).toList();
    Findings findings = new Findings(parsed);
    Damage damage = new Damage(parsed);
    Declarations declarations =
        Declarations.of(parsed.stream().map(ParseResult::file).toList(), damage, findings);
    CheckedModel model = new ModelChecker(declarations, damage, findings).check();
    List<Diagnostic> diagnostics = findings.inSourceOrder(new Silencer(parsed, allowed));
    return findings.hasErrors()
        ? new Compilation(Optional.empty(), diagnostics, List.of())
        : new Compilation(Optional.of(Planner.plan(model)), diagnostics, model.tests());
  }
}
