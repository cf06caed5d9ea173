package dev.arabica.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvFieldTest {
  private static final Type MONEY = new Type.DecimalType(6, 2);
  private static final Type COUNTS = new Type.MapType(Type.STRING, Type.INT64);
  private static final Type VECTOR = new Type.VectorType(3);

  @Test
  void aFieldIsReadOrSaysWhatItWanted() {
    assertThat(CsvField.read("5", Type.INT64, TimeEncoding.ISO, "ms").value()).isEqualTo(5L);
    assertThat(CsvField.read("5", Type.TIMESTAMP, TimeEncoding.SECONDS, "at").value())
        .isEqualTo(5_000_000L);
    assertThat(CsvField.read("five", Type.INT64, TimeEncoding.ISO, "ms").problem())
        .contains("field `ms`: wanted int64, found \"five\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.00",
    "1.5, 1.50",
    "-1234.56, -1234.56",
    "+.5, 0.50",
    "1.500000, 1.50",
    "12e2, 1200.00",
    "0e999999999, 0.00",
    "0, 0.00",
  })
  void aDecimalHasTheScaleOfItsType(String text, String value) {
    assertThat(read(text, MONEY)).isEqualTo(new BigDecimal(value));
    assertThat(read("[" + text.replaceFirst("^\\+\\.", "0.") + "]", new Type.ListType(MONEY)))
        .isEqualTo(List.of(new BigDecimal(value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234", "12345", "1e999999999", "1e-999999999", "1e99999999999999"})
  void aDecimalWithMoreDigitsIsRefused(String text) {
    assertThat(problem(text, MONEY)).startsWith("field `c`: wanted decimal(6, 2), found ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", " 1", "1,5", "0x1", "NaN", "", "1d"})
  void whatIsNoDecimalIsRefused(String text) {
    assertThat(problem(text, MONEY)).contains("found \"" + text + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-02-29", "0000-12-31", "+10000-01-01", "-999999999-01-01", "1"})
  void aDateIsADayOfTheYears1To9999(String text) {
    assertThat(read("9999-12-31", Type.DATE)).isEqualTo(2_932_896L);
    assertThat(problem(text, Type.DATE)).startsWith("field `c`: wanted a date ");
  }

  @Test
  void aStringInJsonMayHoldADecimal() {
    assertThat(read("[\"1.5\"]", new Type.ListType(MONEY)))
        .isEqualTo(List.of(new BigDecimal("1.50")));
    assertThat(problem("[true]", new Type.ListType(MONEY))).contains("`c[0]`");
  }

  @Test
  void aMapIsAnObjectInTheOrderOfItsKeys() {
    assertThat(read("{\"b\": 1, \"a\": null}", COUNTS)).hasToString("{a=null, b=1}");
    assertThat(read("{}", COUNTS)).hasToString("{}");
    assertThat(read("{\"10\": true, \"9\": false}", new Type.MapType(Type.INT64, Type.BOOL)))
        .hasToString("{9=false, 10=true}");
    assertThat(read("{\"1970-01-02\": 1}", new Type.MapType(Type.DATE, Type.INT64)))
        .hasToString("{1=1}");
  }

  @Test
  void aMapWithAWrongKeyOrValueIsRefused() {
    assertThat(problem("{\"a\": \"x\"}", COUNTS)).startsWith("field `c.a`: wanted int64");
    assertThat(problem("{\"a\": 1, \"a\": 2}", COUNTS)).isEqualTo("member `c.a` is given twice");
    assertThat(problem("{\"x\": true}", new Type.MapType(Type.INT32, Type.BOOL)))
        .startsWith("field `c.x`: wanted int32");
    assertThat(problem("[]", COUNTS)).contains("found an array");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"\\ud83d\": 1}", "{\"a\": 1, \"\\ude00b\": 2}"})
  void aKeyOfHalfASurrogatePairIsRefused(String text) {
    assertThat(problem(text, COUNTS)).isEqualTo("field `c`: half a surrogate pair");
  }

  @Test
  void aTextOfHalfASurrogatePairInJsonIsRefused() {
    Type texts = new Type.MapType(Type.STRING, new Type.ListType(Type.STRING));
    assertThat(problem("{\"a\": [\"b\", \"\\ud83d\"]}", texts))
        .isEqualTo("field `c.a[1]`: half a surrogate pair");
    assertThat(read("{\"\\ud83d\\ude00\": []}", texts)).hasToString("{\uD83D\uDE00=[]}");
  }

  @Test
  void aVectorHasAllOfItsNumbers() {
    assertThat(read("[1, -0.5, 0.1]", VECTOR)).isEqualTo(new float[] {1, -0.5f, 0.1f});
    for (String text : Arrays.asList("[1, 2]", "[1, 2, 3, 4]", "[1, 2, null]", "[1, 2, \"x\"]")) {
      assertThat(problem(text, VECTOR)).contains("field `c");
    }
    assertThat(problem("[1, 2]", VECTOR)).contains("wanted vector<float32, 3>, found 2 numbers");
  }

  private static Object read(String text, Type type) {
    CsvField.Read read = CsvField.read(text, type, TimeEncoding.ISO, "c");
    assertThat(read.problem()).isEmpty();
    return read.value();
  }

  private static String problem(String text, Type type) {
    return CsvField.read(text, type, TimeEncoding.ISO, "c").problem().orElseThrow();
  }
}
