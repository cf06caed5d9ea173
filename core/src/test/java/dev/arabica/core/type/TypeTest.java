package dev.arabica.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
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

  @Test
  void typesReadAsTheyAreWritten() {
    assertThat(new Type.DecimalType(18, 2)).hasToString("decimal(18, 2)");
    assertThat(new Type.MapType(Type.STRING, new Type.ListType(Type.INT64)))
        .hasToString("map<string, list<int64>>");
    assertThat(new Type.VectorType(64)).hasToString("vector<float32, 64>");
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Type.DecimalType(39, 2)).hasMessageContaining("38 digits");
    assertThatThrownBy(() -> new Type.DecimalType(2, 3)).hasMessageContaining("decimal(2, 3)");
    assertThatThrownBy(() -> new Type.MapType(Type.FLOAT64, Type.BOOL))
        .hasMessageContaining("keys");
    assertThatThrownBy(() -> new Type.VectorType(0)).hasMessageContaining("not 0");
  }

  @Test
  void valuesHaveOneJsonText() {
    Type.MapType map = new Type.MapType(Type.INT64, new Type.DecimalType(5, 2));
    Object value =
        Values.map(map, Map.of(10L, new BigDecimal("1.50"), 9L, new BigDecimal("-0.01")));
    assertThat(ValueJson.toJson(map, value)).isEqualTo("{\"9\":-0.01,\"10\":1.50}");
    assertThat(ValueJson.toJson(new Type.VectorType(2), new float[] {0.1f, Float.NaN}))
        .isEqualTo("[0.1,\"NaN\"]");
  }

  /** Initialises the enum before the interface. */
  public static final class ScalarFirst {
    public static void main(String[] args) {
      Type scalar = Type.Scalar.valueOf("STRING");
      System.exit(scalar == Type.STRING && Type.BOOL != null ? 0 : 1);
    }
  }
}
