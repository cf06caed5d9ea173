package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Spark's own encoder takes the values, as it does when a training set is written. */
class SparkValuesTest {
  private static final Type.MapType MAP =
      new Type.MapType(Type.INT32, new Type.ListType(new Type.DecimalType(5, 2)));
  private static final List<Type.Field> COLUMNS =
      List.of(
          new Type.Field("price", new Type.DecimalType(38, 2), true),
          new Type.Field("map", MAP, true),
          new Type.Field("vector", new Type.VectorType(2), true),
          new Type.Field("vectors", new Type.ListType(new Type.VectorType(2)), true));

  @Test
  void decimalsMapsAndVectorsBecomeRows() {
    Row row =
        serialized(
            new BigDecimal("-1.50"),
            Values.map(MAP, Map.of(2L, Arrays.asList(new BigDecimal("0.10"), null), 1L, List.of())),
            new float[] {0.5f, Float.NaN},
            Arrays.asList(new float[] {1, 2}, null));
    assertThat(row.json())
        .isEqualTo(
            "{\"price\":-1.50,"
                + "\"map\":[{\"key\":1,\"value\":[]},{\"key\":2,\"value\":[0.10,null]}],"
                + "\"vector\":[0.5,\"NaN\"],"
                + "\"vectors\":[[1.0,2.0],null]}");
    assertThat(serialized(null, null, null, null).anyNull()).isTrue();
  }

  private static Row serialized(Object... boxed) {
    Object[] external = new Object[boxed.length];
    for (int i = 0; i < boxed.length; i++) {
      external[i] = SparkValues.external(COLUMNS.get(i).type(), boxed[i]);
    }
    StructType schema = SparkValues.schema(COLUMNS);
    ExpressionEncoder<Row> encoder = ExpressionEncoder.apply(schema);
    var internal = encoder.createSerializer().apply(RowFactory.create(external));
    return encoder
        .resolveAndBind(encoder.resolveAndBind$default$1(), encoder.resolveAndBind$default$2())
        .createDeserializer()
        .apply(internal);
  }
}
