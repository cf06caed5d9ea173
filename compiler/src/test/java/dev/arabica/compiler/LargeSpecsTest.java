package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Specs that nobody would write: they end in time, most of them with a diagnostic. */
@Timeout(60)
class LargeSpecsTest {
  private static final String SOURCE =
      "source s { fields { k string\n n int64\n at timestamp } time at }\n";

  @Test
  void aSourceFileFullOfWindows() {
    StringBuilder spec = new StringBuilder(SOURCE + "features g from s by k { n = count() over 5m");
    for (int i = 0; i < 120_000; i++) {
      spec.append(",5m");
    }
    assertThat(codes(spec.append(" }").toString())).contains(CompilerCodes.DECLARED_TWICE);
  }

  @Test
  void asManyDifferentWindowsAsAFileHolds() {
    StringBuilder spec = new StringBuilder(SOURCE + "features g from s by k { n = count() over 1h");
    for (int minutes = 65; spec.length() < SourceFile.MAX_BYTES - 100; minutes += 5) {
      spec.append(", ").append(minutes).append('m');
    }
    assertThat(Specs.plan(spec.append(" }").toString()).groups().get(0).features())
        .hasSizeGreaterThan(100_000);
  }

  @Test
  void aCircleOfPackagesIsNamed() {
    int packages = 2_000;
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < packages; i++) {
      String imported = "import p" + (i + 1) % packages + ".*\n";
      files.add(SourceFile.of("f" + i, "package p" + i + "\n" + imported + SOURCE));
    }
    assertThat(SpecCompiler.compile(files).diagnostics())
        .filteredOn(Diagnostic::isError)
        .singleElement()
        .satisfies(cycle -> assertThat(cycle.code()).isEqualTo(CompilerCodes.CYCLE))
        .satisfies(
            cycle -> assertThat(cycle.message()).contains("`p0` -> `p1` -> ", "... -> `p0`"));
  }

  @Test
  void viewsThatDoubleWithEachStepAreRefused() {
    StringBuilder spec = new StringBuilder(SOURCE + "view v0 from s { }\n");
    for (int i = 0; i < 90; i++) {
      spec.append("view a%d from v%d { dedup k within 1h }\n".formatted(i, i));
      spec.append("view b%d from v%d { dedup n within 1h }\n".formatted(i, i));
      spec.append("view v%d from a%d and b%d { }\n".formatted(i + 1, i, i));
    }
    spec.append("features g from v90 by k { n = count() over 1h }");
    assertThat(codes(spec.toString())).contains(CompilerCodes.TOO_LARGE);
  }

  @Test
  void aUnionOfManyWithManyFeaturesIsPlanned() {
    StringBuilder spec = new StringBuilder(SOURCE);
    for (int i = 0; i < 500; i++) {
      spec.append("view w%d from s { where n > %d }\n".formatted(i, i));
    }
    spec.append("view all from w0");
    for (int i = 1; i < 500; i++) {
      spec.append(" and w").append(i);
    }
    spec.append(" { }\nfeatures g from all by k {\n");
    for (int i = 0; i < 2_000; i++) {
      spec.append("n%d = sum(n + %d) over 1h\n".formatted(i, i));
    }
    assertThat(Specs.plan(spec.append("}").toString()).groups()).hasSize(1);
  }

  @Test
  void manyUnknownNamesAmongManyKnownOnes() {
    List<SourceFile> files = new ArrayList<>();
    for (int file = 0; file < 50; file++) {
      StringBuilder spec = new StringBuilder("package p" + file + "\n");
      for (int i = 0; i < 100; i++) {
        spec.append("features g_%d from sorce_%d by k { n = count() over 1h }\n".formatted(i, i));
      }
      for (int i = 0; i < 100; i++) {
        spec.append(SOURCE.replace("source s", "source source_" + file + "x" + i));
      }
      files.add(SourceFile.of("f" + file, spec.toString()));
    }
    assertThat(SpecCompiler.compile(files).diagnostics()).hasSize(5_000);
  }

  private static List<Code> codes(String spec) {
    return Specs.compile(spec).diagnostics().stream().map(Diagnostic::code).toList();
  }
}
