package dev.arabica.cli;

import dev.arabica.compiler.HelpPage;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Suggestions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code featc explain}: the help page of a diagnostic code, or the list of all codes. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explain a diagnostic, such as F0203.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = "As a diagnostic shows it. Default: list all.")
  private String code;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (code == null) {
      HelpPage.codes().forEach(each -> out.println(each.id() + "  " + each.title()));
    } else {
      out.print(HelpPage.of(find(code.toUpperCase(Locale.ROOT))).text());
    }
    out.flush();
    return ExitCode.OK;
  }

  private Code find(String id) {
    return HelpPage.codes().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private ParameterException unknown(String id) {
    List<String> ids = HelpPage.codes().stream().map(Code::id).toList();
    String hint = Suggestions.hint(id, ids).orElse("`featc explain` lists all");
    return new ParameterException(
        spec.commandLine(), "there is no diagnostic `" + code + "`: " + hint);
  }
}
