package dev.arabica.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TypeTest {
  /** Which class comes first must not matter: a JVM of its own, that has seen none of them. */
  @Test
  void constantsAreThereWhicheverClassIsInitialisedFirst() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path").replace(";", File.pathSeparator),
                ScalarFirst.class.getName())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }

  /** Initialises the enum before the interface. */
  public static final class ScalarFirst {
    public static void main(String[] args) {
      Type scalar = Type.Scalar.valueOf("STRING");
      System.exit(scalar == Type.STRING && Type.BOOL != null ? 0 : 1);
    }
  }
}
