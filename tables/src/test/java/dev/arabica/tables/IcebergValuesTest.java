package dev.arabica.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.inmemory.InMemoryOutputFile;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

class IcebergValuesTest {
  private static final Type.MapType PRICES =
      new Type.MapType(Type.DATE, new Type.DecimalType(10, 2));
  private static final Type STRUCT =
      new Type.StructType(
          List.of(
              new Type.Field("prices", PRICES, true),
              new Type.Field("v", new Type.VectorType(2), true)));

  @Test
  void numbersMapsAndVectorsComeBackFromParquet() throws IOException {
    check(new Type.DecimalType(38, 2), new BigDecimal("-" + "9".repeat(36) + ".99"));
    check(new Type.DecimalType(9, 0), new BigDecimal("7"));
    check(new Type.DecimalType(18, 18), new BigDecimal("0.000000000000000001"));
    check(new Type.VectorType(3), new float[] {0.1f, Float.NaN, Float.NEGATIVE_INFINITY});
    check(map(Type.STRING), Values.map(map(Type.STRING), Map.of("b", 1L, "", 2L)));
    check(map(Type.INT32), Values.map(map(Type.INT32), Map.of(-5L, 1L)));
    check(map(Type.BOOL), Values.map(map(Type.BOOL), Map.of(true, 1L, false, 2L)));
    check(map(Type.INT64), Map.of());
    Map<Object, Object> prices = Values.map(PRICES, Map.of(-1L, new BigDecimal("1.50")));
    check(
        new Type.ListType(STRUCT),
        Arrays.asList(Arrays.asList(prices, new float[2]), null, Arrays.asList(null, null)));
  }

  @Test
  void aColumnOfAnotherTypeDoesNotMatch() {
    Types.ListType floats = Types.ListType.ofOptional(1, Types.FloatType.get());
    assertThat(IcebergTypes.matches(new Type.VectorType(2), floats)).isTrue();
    assertThat(IcebergTypes.matches(new Type.DecimalType(9, 2), Types.DecimalType.of(9, 3)))
        .isFalse();
    assertThat(IcebergTypes.matches(PRICES, floats)).isFalse();
    assertThatThrownBy(() -> IcebergValues.fromIceberg(new Type.VectorType(2), List.of(1f, 2f, 3f)))
        .hasMessageContaining("3 values")
        .hasMessageContaining("vector<float32, 2>");
  }

  private static Type.MapType map(Type key) {
    return new Type.MapType(key, Type.INT64);
  }

  private static void check(Type type, Object value) throws IOException {
    Types.NestedField column =
        Types.NestedField.optional(1, "c", IcebergTypes.toIceberg(type, new AtomicInteger(1)));
    Schema schema = new Schema(column);
    assertThat(IcebergTypes.matches(type, column.type())).isTrue();
    GenericRecord record = GenericRecord.create(schema);
    record.set(0, IcebergValues.toIceberg(type, column.type(), value));

    Object read = IcebergValues.fromIceberg(type, throughParquet(schema, record).get(0));
    assertThat(Values.equal(type, read, value)).as("%s: %s", type, read).isTrue();
  }

  private static Record throughParquet(Schema schema, GenericRecord record) throws IOException {
    InMemoryOutputFile file = new InMemoryOutputFile();
    try (FileAppender<Record> out =
        Parquet.write(file).schema(schema).createWriterFunc(GenericParquetWriter::create).build()) {
      out.add(record);
    }
    try (CloseableIterable<Record> in =
        Parquet.read(file.toInputFile())
            .project(schema)
            .createReaderFunc(type -> GenericParquetReaders.buildReader(schema, type))
            .build()) {
      List<Record> records = new ArrayList<>();
      in.forEach(records::add);
      return records.get(0);
    }
  }
}
