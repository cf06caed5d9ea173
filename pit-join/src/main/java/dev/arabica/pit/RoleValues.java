package dev.arabica.pit;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.assemble.FeatureRow;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.RowCodec;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;

/** The values and statuses of one role for one row, as they travel from the join to the output. */
final class RoleValues {
  private static final FeatureStatus[] STATUSES = FeatureStatus.values();

  private final FeatureRow row;
  private final FeatureStatus[] statuses;
  private final RowCodec codec;
  private final ByteWriter buffer = new ByteWriter();
  private boolean unseen;
  private String problem;

  RoleValues(RowType type) {
    row = new FeatureRow(type);
    statuses = new FeatureStatus[type.size()];
    codec = new RowCodec(type);
  }

  /** What the assembler fills. */
  FeatureRow row() {
    return row;
  }

  void reset(boolean keyUnseen) {
    unseen = keyUnseen;
    problem = null;
  }

  /** Says which block could not be read. */
  void setProblem(String message) {
    problem = message;
  }

  byte[] toBytes() {
    buffer.reset().writeByte((unseen ? 1 : 0) | (problem == null ? 0 : 2));
    for (int i = 0; i < statuses.length; i++) {
      buffer.writeByte(row.status(i).ordinal());
    }
    codec.write(row.values(), buffer);
    if (problem != null) {
      buffer.writeString(problem);
    }
    return buffer.toByteArray();
  }

  void read(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int flags = in.readByte();
    unseen = (flags & 1) != 0;
    for (int i = 0; i < statuses.length; i++) {
      statuses[i] = STATUSES[in.readByte()];
    }
    codec.read(in, row.values());
    problem = (flags & 2) == 0 ? null : in.readString();
    in.expectEnd();
  }

  /** For a row that is not looked up. */
  void fillNull(FeatureStatus why) {
    reset(false);
    row.setAllNull(why);
    java.util.Arrays.fill(statuses, why);
  }

  Row values() {
    return row.values();
  }

  FeatureStatus status(int column) {
    return statuses[column];
  }

  /** Whether no block of the key was found in the range that the join read. */
  boolean isUnseen() {
    return unseen;
  }

  /** The block that could not be read, or null. */
  String problem() {
    return problem;
  }
}
