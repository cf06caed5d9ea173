package dev.arabica.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class SparkValuesTest {
  private static final Type.MapType MAP = new Type.MapType(Type.DATE, new Type.DecimalType(5, 2));
  private static final Type VECTOR = new Type.VectorType(2);

  @Test
  void whatSparkGivesIsBoxed() {
    Map<Object, Object> prices =
        Map.of(LocalDate.ofEpochDay(2), new BigDecimal("1.5"), LocalDate.EPOCH, BigDecimal.ONE);
    Object boxed = SparkValues.boxed(MAP, CollectionConverters.asScala(prices));
    Object expected =
        Values.map(MAP, Map.of(2L, new BigDecimal("1.50"), 0L, new BigDecimal("1.00")));
    assertThat(boxed).isEqualTo(expected).hasToString(expected.toString());
    assertThat(SparkValues.boxed(VECTOR, CollectionConverters.asScala(List.of(0.5f, -1f))))
        .isEqualTo(new float[] {0.5f, -1f});
    assertThatThrownBy(() -> SparkValues.boxed(VECTOR, CollectionConverters.asScala(List.of(1f))))
        .hasMessageContaining("1 values");
  }
}
