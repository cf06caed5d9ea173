package dev.arabica.stream;

import dev.arabica.intake.Admitted;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * An element with a serializer of ours.
 *
 * @param <T> the element
 */
final class WireType<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1;

  static final WireType<Flush> FLUSHES = new WireType<>(Flush.class, new StateWire.Flushes());
  static final WireType<BlockKey> BLOCK_KEYS =
      new WireType<>(BlockKey.class, new StateWire.BlockKeys());
  static final WireType<DedupKey> DEDUP_KEYS =
      new WireType<>(DedupKey.class, new StateWire.DedupKeys());

  private final Class<T> type;
  private final TypeSerializer<T> serializer;

  private WireType(Class<T> type, TypeSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  static WireType<Admitted> admitted(PlannedSource source) {
    return new WireType<>(Admitted.class, RowWire.admitted(source));
  }

  static WireType<TimedRow> timed(PlannedSource source) {
    return new WireType<>(TimedRow.class, RowWire.timed(source));
  }

  static WireType<KeyedRow> keyed(PlannedSource source) {
    return new WireType<>(KeyedRow.class, RowWire.keyed(source));
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer.duplicate();
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean isKeyType() {
    return true;
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireType<?> that
        && type == that.type
        && serializer.equals(that.serializer);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof WireType;
  }
}
