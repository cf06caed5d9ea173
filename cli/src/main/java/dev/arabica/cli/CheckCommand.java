package dev.arabica.cli;

import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.CompilerCodes;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.core.json.Json;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.Position;
import dev.arabica.dsl.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code featc check}: parse and type-check, all diagnostics of all files at once. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Parse and type-check specs.")
final class CheckCommand implements Callable<Integer> {
  private enum Format {
    text,
    json
  }

  @Mixin private SpecPaths specs;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default text.")
  private Format format = Format.text;

  @Option(
      names = "--allow",
      paramLabel = "CODE",
      split = ",",
      description = "Say nothing of this warning, such as F0302; may be repeated.")
  private Set<String> allowed = Set.of();

  @Option(names = "--deny-warnings", description = "Exit with 1 if there is a warning, too.")
  private boolean denyWarnings;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    allowed.forEach(this::requireWarning);
    List<SourceFile> files = SpecFiles.read(specs.paths());
    Compilation compilation = SpecCompiler.compile(files, allowed);
    if (format == Format.json) {
      spec.commandLine().getOut().println(json(compilation.diagnostics()));
    } else {
      SpecFiles.print(compilation.diagnostics(), spec.commandLine().getErr());
      summarise(files.size(), compilation);
    }
    boolean denied = denyWarnings && !compilation.diagnostics().isEmpty();
    return compilation.plan().isPresent() && !denied ? ExitCode.OK : ExitCode.SPECS_WRONG;
  }

  private void requireWarning(String code) {
    List<String> warnings = CompilerCodes.warnings().stream().map(Code::id).toList();
    if (!warnings.contains(code)) {
      throw new ParameterException(
          spec.commandLine(),
          "`" + code + "` is no warning; those are " + String.join(", ", warnings));
    }
  }

  private void summarise(int files, Compilation compilation) {
    long errors = SpecFiles.errors(compilation);
    long warnings = compilation.diagnostics().size() - errors;
    spec.commandLine()
        .getOut()
        .println(
            count(files, "file")
                + ": "
                + count(errors, "error")
                + ", "
                + count(warnings, "warning"));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String json(List<Diagnostic> diagnostics) {
    return Json.canonical(diagnostics.stream().map(CheckCommand::document).toList());
  }

  private static Map<String, Object> document(Diagnostic diagnostic) {
    SourceFile file = diagnostic.span().file();
    Position start = file.positionOf(diagnostic.span().start());
    Position end = file.positionOf(diagnostic.span().end());
    Map<String, Object> document = new TreeMap<>();
    document.put("code", diagnostic.code().id());
    document.put("severity", diagnostic.severity().word());
    document.put("file", file.name());
    document.put("line", (long) start.line());
    document.put("column", (long) start.column());
    document.put("end_line", (long) end.line());
    document.put("end_column", (long) end.column());
    document.put("message", diagnostic.message());
    document.put("hint", diagnostic.hint().orElse(null));
    return document;
  }
}
