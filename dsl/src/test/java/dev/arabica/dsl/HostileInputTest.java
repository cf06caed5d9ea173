package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are: diagnostics with a place, and no exception. */
class HostileInputTest {
  private static final Path SPECS = Path.of("src/test/resources/specs");

  @ParameterizedTest
  @ValueSource(strings = {"spotlight.feat", "shop.feat"})
  void survivesEveryPrefix(String name) throws IOException {
    byte[] spec = Files.readAllBytes(SPECS.resolve(name));
    for (int length = 0; length < spec.length; length += 13) {
      check("prefix " + length, Arrays.copyOf(spec, length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "-",
        "not ",
        "f(",
        "[",
        "{ a: ",
        "a + ",
        "a ?? ",
        "a.",
        "a in [",
        "f(x {a: ",
        "case when ",
        "a[",
        "a[0]",
        "f(x a.",
        "[",
        "a[0].b"
      })
  void refusesWhatIsNestedTooDeeply(String opening) {
    String text = "package p\nview v from s {\n  let x = " + opening.repeat(100_000) + "\n}\n";
    List<Diagnostic> diagnostics = inSmallStack(text);
    assertThat(diagnostics).isNotEmpty().hasSizeLessThan(10);
    assertThat(diagnostics.get(0).code()).isIn(Codes.TOO_DEEP, Codes.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list<", "struct { a ", "map<string, ", "vector<"})
  void refusesTypesNestedTooDeeply(String opening) {
    String text = "source s {\n  fields {\n    a " + opening.repeat(40_000) + "\n  }\n}\n";
    assertThat(inSmallStack(text).get(0).code()).isEqualTo(Codes.TOO_DEEP);
  }

  @Test
  void parsesWhatIsNestedAsDeeplyAsAllowed() {
    String text = "view v from s { let x = " + "(".repeat(199) + "a" + ")".repeat(199) + " }";
    assertThat(inSmallStack(text)).isEmpty();
    String calls = "view v from s { let x = " + "f(".repeat(199) + "a" + ")".repeat(199) + " }";
    assertThat(inSmallStack(calls)).isEmpty();
    assertThat(inSmallStack("view v from s { let x = a" + " + a".repeat(198) + " }")).isEmpty();
    String list = "view v from s { let x = a in [1" + ", 1".repeat(20_000) + "] }";
    assertThat(inSmallStack(list)).isEmpty();
  }

  @Test
  void refusesAFileThatIsTooLarge(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("large.feat");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    SourceFile read = SourceFile.read(path);
    assertThat(FeatParser.parse(read).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Codes.TOO_LARGE);
    byte[] bytes = new byte[SourceFile.MAX_BYTES + 1];
    ParseResult result = FeatParser.parse(SourceFile.of("large.feat", bytes));
    assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(Codes.TOO_LARGE);
    assertThat(new DiagnosticRenderer(false).render(result.diagnostics()))
        .startsWith("large.feat:1:1: error F0101: the file is larger than 1048576 bytes\n");
  }

  /** A list of a million is refused. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "features g from v by k { n = count() over 1h@ }~, 1h",
        "features g from v by k { n = count() over 1h default [0@] }~,0",
        "view v from s { let x = [0@] }~,0",
        "view v from s { let x = f(a@) }~,a",
        "view v from s { let x = { a@ } }~,a",
        "view v from s { let x = case when a then b@ end }~ when a then b",
        "view v from s@ { }~ and s",
        "features g from v by k@ { }~,k",
        "import p.{ a@ }~,a",
        "import p@.*~.p",
        "feature_set f for k { x = g(k).{ a@ } }~,a",
        "feature_set f for k { x = g(k@).* }~,k",
        "feature_set f for k { x = g(k).a enriched with c@ }~,c",
        "model m scores a for b { input x [ a@ ] }~,a",
        "test \"t\" {\n  given s\n|a|\n|1|@\n}~\n|1|",
        "test \"t\" {\n  given s\n|a|@\n}~a|",
        "test \"t\" {\n  at 2025-11-29T16:10:05Z\n  expect f() { a: 1@ } }~,a:1",
        "view v from s { }\n// allow F0301@\n~,F0301",
        "source s { fields { a string@ } }~ a string",
        "request r { a string@ }~,a string"
      })
  void readsAndLaysOutAVeryLongList(String example) {
    String[] parts = example.split("[@~]");
    String text = parts[0] + parts[2].repeat(20_000) + parts[1];
    assertThat(inSmallStack(text)).isEmpty();
    long start = System.nanoTime();
    assertThat(FeatFormatter.format(SourceFile.of("long.feat", text)).text()).isPresent();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    String million = parts[0] + parts[2].repeat(1_000_000) + parts[1];
    assertThat(inSmallStack(million)).extracting(Diagnostic::code).contains(Codes.TOO_LARGE);
  }

  @Test
  void refusesAFileOfTooManyWords() {
    String text = "view v from s { let x = [0" + ",0".repeat(500_000) + "] }";
    assertThat(text.length()).isLessThan(SourceFile.MAX_BYTES);
    assertThat(inSmallStack(text)).extracting(Diagnostic::code).containsExactly(Codes.TOO_LARGE);
    assertThat(inSmallStack("a ".repeat(400_001)).get(0).message())
        .isEqualTo("the file has more than 400,000 words and signs");
  }

  @Test
  void readsOddCharacters() {
    String spec = "view v from s {\n  let a = \"x\"\n}\n";
    assertThat(inSmallStack("\uFEFF" + spec.replace("\n", "\r\n"))).isEmpty();
    for (String odd : List.of("\0", "\uFFFE", "\u2028", "\r", "\u0085", "\uD800")) {
      for (int at = 0; at <= spec.length(); at++) {
        String text = spec.substring(0, at) + odd + spec.substring(at);
        check("odd", text.getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] cut = "view v from s { } // \u00e9".getBytes(StandardCharsets.UTF_8);
    SourceFile source = SourceFile.of("cut.feat", Arrays.copyOf(cut, cut.length - 1));
    assertThat(FeatParser.parse(source).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Codes.NOT_UTF8);
  }

  @Test
  void endsAfterTooManyErrors() {
    String text = "view v from s {\n" + "  let x == 1\n".repeat(10_000) + "}\n";
    ParseResult result = FeatParser.parse(SourceFile.of("many.feat", text));
    assertThat(result.diagnostics()).hasSize(101);
    assertThat(result.diagnostics().get(100).code()).isEqualTo(Codes.TOO_MANY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"import x\n", "}\n", "tabel 1\n", "source s {\n", "source s {\n x\n"})
  void survivesTheSameSlipManyTimes(String line) {
    assertThat(inSmallStack("package p\n" + line.repeat(20_000))).hasSizeBetween(1, 101);
    assertThat(inSmallStack("source s {\n" + line.repeat(20_000) + "}\n")).isNotEmpty();
  }

  @Test
  void readsALargeFile() {
    StringBuilder text = new StringBuilder("features g from v by k {\n");
    for (int i = 0; text.length() < SourceFile.MAX_BYTES - 100; i++) {
      text.append("  f%d = sum(a + b) where c > %d over 1h, 7d\n".formatted(i, i));
    }
    assertThat(inSmallStack(text.append("}\n").toString())).isEmpty();
  }

  /** With the stack that a thread of a small service has. */
  private static List<Diagnostic> inSmallStack(String text) {
    List<Diagnostic> found = new CopyOnWriteArrayList<>();
    Runnable parse =
        () -> found.addAll(FeatParser.parse(SourceFile.of("deep.feat", text)).diagnostics());
    Thread thread = new Thread(null, parse, "small stack", 512 << 10);
    StringBuilder failure = new StringBuilder();
    thread.setUncaughtExceptionHandler((t, error) -> failure.append(error));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(failure).isEmpty();
    return found;
  }

  private static void check(String name, byte[] bytes) {
    SyntaxCheck.check(SourceFile.of(name, bytes));
  }
}
