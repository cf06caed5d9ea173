package dev.arabica.stream;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * The forms of what is kept in state and needs no plan to be read. Each class and its snapshot are
 * named in checkpoints, so they must keep their names.
 */
final class StateWire {
  private StateWire() {}

  /** Of keys of blocks. */
  static final class BlockKeys extends WireSerializer<BlockKey> {
    private static final long serialVersionUID = 1;

    @Override
    void write(BlockKey element, ByteWriter out) {
      out.writeVarint(element.pack());
      out.writeBytes(element.key());
    }

    @Override
    BlockKey read(ByteReader in) {
      return new BlockKey((int) in.readVarint(), in.readBytes());
    }

    @Override
    public TypeSerializer<BlockKey> duplicate() {
      return new BlockKeys();
    }

    @Override
    public TypeSerializerSnapshot<BlockKey> snapshotConfiguration() {
      return new Snapshot();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BlockKeys;
    }

    @Override
    public int hashCode() {
      return BlockKeys.class.hashCode();
    }

    /** Made by Flink when it restores. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<BlockKey> {
      public Snapshot() {
        super(BlockKeys::new);
      }
    }
  }

  /** Of what duplicates share. */
  static final class DedupKeys extends WireSerializer<DedupKey> {
    private static final long serialVersionUID = 1;

    @Override
    void write(DedupKey element, ByteWriter out) {
      out.writeLong(element.high());
      out.writeLong(element.low());
      out.writeLong(element.bucket());
    }

    @Override
    DedupKey read(ByteReader in) {
      return new DedupKey(in.readLong(), in.readLong(), in.readLong());
    }

    @Override
    public TypeSerializer<DedupKey> duplicate() {
      return new DedupKeys();
    }

    @Override
    public TypeSerializerSnapshot<DedupKey> snapshotConfiguration() {
      return new Snapshot();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof DedupKeys;
    }

    @Override
    public int hashCode() {
      return DedupKeys.class.hashCode();
    }

    /** Made by Flink when it restores. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DedupKey> {
      public Snapshot() {
        super(DedupKeys::new);
      }
    }
  }

  /** Of blocks in the making: the canonical bytes of their reps. */
  static final class OpenBlocks extends WireSerializer<OpenBlock> {
    private static final long serialVersionUID = 1;

    @Override
    void write(OpenBlock element, ByteWriter out) {
      out.writeBytes(element.bytes());
    }

    @Override
    OpenBlock read(ByteReader in) {
      return OpenBlock.restored(in.readBytes());
    }

    @Override
    public OpenBlock copy(OpenBlock from) {
      return from.copy();
    }

    @Override
    public boolean isImmutableType() {
      return false;
    }

    @Override
    public TypeSerializer<OpenBlock> duplicate() {
      return new OpenBlocks();
    }

    @Override
    public TypeSerializerSnapshot<OpenBlock> snapshotConfiguration() {
      return new Snapshot();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OpenBlocks;
    }

    @Override
    public int hashCode() {
      return OpenBlocks.class.hashCode();
    }

    /** Made by Flink when it restores. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<OpenBlock> {
      public Snapshot() {
        super(OpenBlocks::new);
      }
    }
  }

  /** Of what tasks hand to the committer. */
  static final class Flushes extends WireSerializer<Flush> {
    private static final long serialVersionUID = 1;
    private static final Flush.Kind[] KINDS = Flush.Kind.values();

    @Override
    void write(Flush element, ByteWriter out) {
      out.writeVarint(element.kind().ordinal());
      out.writeLong(element.clockMillis());
      out.writeBytes(element.files());
      element.tally().write(out);
    }

    @Override
    Flush read(ByteReader in) {
      return new Flush(KINDS[(int) in.readVarint()], in.readLong(), in.readBytes(), Tally.read(in));
    }

    @Override
    public TypeSerializer<Flush> duplicate() {
      return new Flushes();
    }

    @Override
    public TypeSerializerSnapshot<Flush> snapshotConfiguration() {
      return new Snapshot();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Flushes;
    }

    @Override
    public int hashCode() {
      return Flushes.class.hashCode();
    }

    /** Made by Flink when it restores. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Flush> {
      public Snapshot() {
        super(Flushes::new);
      }
    }
  }
}
