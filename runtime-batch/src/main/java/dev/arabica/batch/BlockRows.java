package dev.arabica.batch;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The Spark rows in which blocks, stored and fresh, meet; packs and levels are numbered. */
final class BlockRows {
  static final int PACK = 0;
  static final int KEY = 1;
  static final int START = 2;
  static final int LEVEL = 3;
  static final int STORED = 4;
  static final int REVISION = 5;
  static final int REP = 6;

  static final StructType TYPE =
      new StructType()
          .add("pack", DataTypes.IntegerType, false)
          .add("key", DataTypes.BinaryType, false)
          .add("start", DataTypes.LongType, false)
          .add("level", DataTypes.IntegerType, false)
          .add("stored", DataTypes.BooleanType, false)
          .add("revision", DataTypes.LongType, false)
          .add("rep", DataTypes.BinaryType, false);

  static final Encoder<Row> ENCODER = Encoders.row(TYPE);

  private BlockRows() {}

  static Row fresh(int pack, byte[] key, long start, byte[] rep) {
    return RowFactory.create(pack, key, start, 0, false, 0L, rep);
  }

  static Row stored(int pack, byte[] key, long start, int level, long revision, byte[] rep) {
    return RowFactory.create(pack, key, start, level, true, revision, rep);
  }

  /** All blocks of a key meet in one partition. */
  static Column[] together() {
    return new Column[] {col("pack"), col("key")};
  }

  /** Key by key, block by block, a coarse block after the finer ones; the newest revision first. */
  static Column[] order() {
    return new Column[] {
      col("pack"), col("key"), col("start"), col("level"), col("stored"), col("revision").desc()
    };
  }
}
