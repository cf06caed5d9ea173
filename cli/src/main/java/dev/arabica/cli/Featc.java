package dev.arabica.cli;

import dev.arabica.core.plan.UnsupportedPlanException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code featc} command. Exit codes: 0 fine, 1 the specs are wrong, 2 usage, 3 a remote part
 * failed, 4 not safe.
 */
@Command(
    name = "featc",
    mixinStandardHelpOptions = true,
    version = "featc 0.1.0",
    description = "Define a feature once; serve it, and train on it, as one value.",
    synopsisSubcommandLabel = "COMMAND")
public final class Featc implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show stack traces.")
  private boolean debug;

  public static void main(String[] args) {
    System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
  }

  /** Runs one command line; gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Featc featc = new Featc();
    CommandLine line = new CommandLine(featc);
    Commands.add(line, args);
    // What is set here is set for the commands that are there.
    line.setOut(out).setErr(err);
    line.setParameterExceptionHandler(Featc::usage);
    line.setExecutionExceptionHandler((e, command, result) -> featc.report(e, command.getErr()));
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  private static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("featc: " + e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
    }
    return ExitCode.USAGE;
  }

  private int report(Exception e, PrintWriter err) {
    if (debug) {
      e.printStackTrace(err);
    } else if (e instanceof UnsupportedPlanException unsupported) {
      err.println("featc: no engine executes yet:");
      unsupported.parts().forEach(part -> err.println("  " + part));
    } else {
      err.println("featc: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
    }
    return ExitCode.of(e);
  }
}
