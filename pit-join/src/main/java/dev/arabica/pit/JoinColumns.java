package dev.arabica.pit;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The one shape in which blocks and requests are shuffled and sorted together: within a key, blocks
 * come first. {@code a}, {@code b}, {@code c} are size, start and revision of a block; time,
 * watermark and revision of a request.
 */
final class JoinColumns {
  static final String KEY = "key";
  static final String KIND = "kind";
  static final String SLOT = "slot";
  static final String A = "a";
  static final String B = "b";
  static final String C = "c";
  static final String ROW = "row";
  static final String FROM_STREAM = "from_stream";
  static final String REP = "rep";

  static final int KIND_BLOCK = 0;
  static final int KIND_REQUEST = 1;

  static final StructType SCHEMA =
      new StructType()
          .add(KEY, DataTypes.BinaryType)
          .add(KIND, DataTypes.IntegerType)
          .add(SLOT, DataTypes.IntegerType)
          .add(A, DataTypes.LongType)
          .add(B, DataTypes.LongType)
          .add(C, DataTypes.LongType)
          .add(ROW, DataTypes.LongType)
          .add(FROM_STREAM, DataTypes.BooleanType)
          .add(REP, DataTypes.BinaryType);

  private JoinColumns() {}
}
