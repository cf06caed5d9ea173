package dev.arabica.cli;

import dev.arabica.cli.demo.DemoCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The commands in the order of the help. One is loaded only where it is wanted: to load and
 * describe all of them takes longer than to check a spec.
 */
final class Commands {
  private static final List<String> ALONE =
      List.of(
          "check", "fmt", "explain", "plan", "diff", "compile", "test", "eval", "deploy", "stream",
          "ingest", "repair", "lookup", "train", "demo");

  /** These are about the others. */
  private static final List<String> ABOUT_ALL = List.of("completion", "help");

  private static final List<String> ALL =
      Stream.concat(ALONE.stream(), ABOUT_ALL.stream()).toList();

  private Commands() {}

  /** Adds the command that is named first in a command line; else, and for those about all, all. */
  static void add(CommandLine line, String... args) {
    Optional<String> first = Stream.of(args).filter(arg -> !arg.startsWith("-")).findFirst();
    List<String> wanted = first.filter(ALONE::contains).map(List::of).orElse(ALL);
    wanted.forEach(name -> line.addSubcommand(name, named(name)));
  }

  private static Object named(String name) {
    return switch (name) {
      case "check" -> new CheckCommand();
      case "fmt" -> new FmtCommand();
      case "explain" -> new ExplainCommand();
      case "plan" -> new PlanCommand();
      case "diff" -> new DiffCommand();
      case "compile" -> new CompileCommand();
      case "test" -> new TestCommand();
      case "eval" -> new EvalCommand();
      case "deploy" -> new DeployCommand();
      case "stream" -> new StreamCommand();
      case "ingest" -> new IngestCommand();
      case "repair" -> new RepairCommand();
      case "lookup" -> new LookupCommand();
      case "train" -> new TrainCommand();
      case "demo" -> new DemoCommand();
      case "completion" -> new CompletionCommand();
      case "help" -> new CommandLine.HelpCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
