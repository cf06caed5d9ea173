package dev.arabica.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.grammar.SyntaxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing done once with the files of a folder. Prints the seconds of CPU of the whole JVM from
 * here on, and the most memory it held, in MiB.
 */
final class SpecWork {
  private static final double TICKS_A_SECOND = 100;

  private SpecWork() {}

  public static void main(String[] args) throws IOException {
    double before = cpu();
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "plan" -> plan(folder);
      case "lex" -> specs(folder).forEach(SyntaxReader::tokens);
      case "yaml" -> yaml(folder);
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.println((cpu() - before) + " " + peakMiB());
  }

  private static void plan(Path folder) throws IOException {
    Compilation compilation = SpecCompiler.compile(specs(folder));
    if (compilation.plan().isEmpty() || !compilation.diagnostics().isEmpty()) {
      throw new IllegalStateException("the spec has errors: " + compilation.diagnostics());
    }
  }

  private static void yaml(Path folder) throws IOException {
    YAMLMapper mapper = new YAMLMapper();
    for (Path file : files(folder, ".yaml")) {
      JsonNode tree = mapper.readTree(Files.readAllBytes(file));
      if (tree.size() == 0) {
        throw new IllegalStateException("nothing in " + file);
      }
    }
  }

  private static List<SourceFile> specs(Path folder) throws IOException {
    List<SourceFile> specs = new ArrayList<>();
    for (Path file : files(folder, ".feat")) {
      specs.add(SourceFile.read(file));
    }
    return specs;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** In user and in kernel mode; of the file's fields the 14th and 15th, the 2nd in brackets. */
  private static double cpu() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
  }

  private static double peakMiB() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return 0;
  }
}
