package dev.arabica.batch;

import static org.apache.spark.sql.functions.col;

import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The Spark rows of blocks on their way into the block table. */
final class ChangedRows {
  static final int SIZE = 0;
  static final int SHARD = 2;
  static final int KEY = 3;
  static final int PACK_ID = 4;
  static final int START = 5;
  static final int REP = 6;

  static final StructType TYPE =
      new StructType()
          .add("size", DataTypes.LongType, false)
          .add("day", DataTypes.LongType, false)
          .add("shard", DataTypes.IntegerType, false)
          .add("key", DataTypes.BinaryType, false)
          .add("pack_id", DataTypes.StringType, false)
          .add("start", DataTypes.LongType, false)
          .add("rep", DataTypes.BinaryType, false);

  static final Encoder<Row> ENCODER = Encoders.row(TYPE);

  private ChangedRows() {}

  static Row of(long size, byte[] key, String packId, long start, byte[] rep) {
    long day = Window.floor(start, Instants.MICROS_PER_DAY);
    return RowFactory.create(size, day, KeyCodec.shard(key), key, packId, start, rep);
  }

  /** Few files: blocks of a size, day and shard stay together. */
  static Column[] together() {
    return new Column[] {col("size"), col("day"), col("shard")};
  }

  /** A table partition at a time, and sorted by key within it. */
  static Column[] order() {
    return new Column[] {col("size"), col("day"), col("key"), col("pack_id"), col("start")};
  }
}
