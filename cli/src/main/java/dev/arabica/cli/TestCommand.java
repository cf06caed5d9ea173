package dev.arabica.cli;

import dev.arabica.cli.spectest.ResultJson;
import dev.arabica.cli.spectest.ResultText;
import dev.arabica.cli.spectest.SpecTestRun;
import dev.arabica.cli.spectest.TestResult;
import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.compiler.SpecTest;
import dev.arabica.core.plan.Plan;
import dev.arabica.dsl.SourceFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code featc test}: the tests of specs, on the reference engine. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Run the tests of specs: in this process, with no cluster.")
final class TestCommand implements Callable<Integer> {
  private enum Format {
    text,
    json
  }

  @Mixin private SpecPaths specs;

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description = "Only tests whose title contains this, in any case.")
  private String filter = "";

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default text.")
  private Format format = Format.text;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<SourceFile> files = SpecFiles.read(specs.paths());
    Compilation compilation = SpecCompiler.compile(files);
    Plan plan = plan(compilation);
    List<TestResult> results =
        compilation.tests().stream()
            .filter(this::isWanted)
            .map(test -> SpecTestRun.of(plan, test))
            .toList();
    if (format == Format.json) {
      spec.commandLine().getOut().println(ResultJson.of(results));
    } else {
      print(files, compilation.tests(), results);
    }
    boolean passed = results.stream().allMatch(TestResult::passed);
    return passed ? ExitCode.OK : ExitCode.SPECS_WRONG;
  }

  /** Warnings are for `featc check`: a test is about values. */
  private Plan plan(Compilation compilation) {
    if (compilation.plan().isEmpty()) {
      SpecFiles.print(compilation.diagnostics(), spec.commandLine().getErr());
      throw new SpecsWrongException(SpecFiles.errors(compilation));
    }
    return compilation.plan().get();
  }

  private boolean isWanted(SpecTest test) {
    return test.title().toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
  }

  private void print(List<SourceFile> files, List<SpecTest> all, List<TestResult> results) {
    PrintWriter out = spec.commandLine().getOut();
    ResultText text = new ResultText(Terminal.hasColour());
    results.stream()
        .filter(result -> !result.passed())
        .forEach(failed -> out.println(text.of(failed)));
    if (all.isEmpty()) {
      List<String> names = files.stream().map(SourceFile::name).toList();
      out.println("no tests in " + String.join(", ", names));
    } else if (results.isEmpty()) {
      out.println("none of " + all.size() + " tests is called `" + filter + "`");
    } else {
      long passed = results.stream().filter(TestResult::passed).count();
      out.println(passed + " passed, " + (results.size() - passed) + " failed");
    }
  }
}
