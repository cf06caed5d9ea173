package dev.arabica.store.lmdb;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The LMDB value of a block, read in place: a version byte, a checksum over LMDB key and value, the
 * full key where the LMDB key holds its hash, the newest version and perhaps the one before it. A
 * reader takes the newest whose revision is published. Reusable, belongs to one thread.
 */
final class RecordValue {
  private static final int FORMAT = 1;
  private static final int HAS_KEY = 1;
  private static final int HAS_PREVIOUS = 2;
  private static final int CHECKSUM_AT = 1;
  private static final int BODY_AT = CHECKSUM_AT + 4;

  private final CRC32C checksum = new CRC32C();
  private final Version current = new Version();
  private final Version previous = new Version();
  private byte[] bytes = new byte[0];
  private byte[] key;

  /** One revision of the block: a part of the bytes. */
  static final class Version {
    private static final long ABSENT = -1;

    private long revision = ABSENT;
    private byte[] bytes;
    private int offset;
    private int length;

    long revision() {
      return revision;
    }

    boolean exists() {
      return revision != ABSENT;
    }

    ByteReader rep() {
      return new ByteReader(bytes, offset, length);
    }

    private void set(long newRevision, byte[] rep) {
      revision = newRevision;
      bytes = rep;
      offset = 0;
      length = rep.length;
    }

    private void set(Version other) {
      revision = other.revision;
      bytes = other.bytes;
      offset = other.offset;
      length = other.length;
    }

    private boolean holds(byte[] rep) {
      return Arrays.equals(bytes, offset, offset + length, rep, 0, rep.length);
    }
  }

  /** Starts a record that holds no version yet. */
  void clear(byte[] fullKeyOrNull) {
    key = fullKeyOrNull;
    current.revision = Version.ABSENT;
    previous.revision = Version.ABSENT;
  }

  /**
   * Reads {@code value[0, length)}, which stays in use.
   *
   * @param fullKeyOrNull the key that must stand in the value, null where the LMDB key holds it
   */
  void read(byte[] lmdbKey, int keyLength, byte[] value, int length, byte[] fullKeyOrNull) {
    bytes = value;
    if (length < BODY_AT) {
      throw new CorruptBytesException("a record of " + length + " bytes");
    }
    int format = (value[0] & 0xFF) >>> 4;
    if (format != FORMAT) {
      throw new CorruptBytesException(
          "record version " + format + "; this build reads version " + FORMAT);
    }
    ByteReader in = new ByteReader(value, CHECKSUM_AT, length - CHECKSUM_AT);
    if (in.readInt() != checksum(lmdbKey, keyLength, value, length)) {
      throw new CorruptBytesException("its checksum does not match");
    }
    readKey(in, value[0], fullKeyOrNull);
    readVersion(in, length, current);
    previous.revision = Version.ABSENT;
    if ((value[0] & HAS_PREVIOUS) != 0) {
      readVersion(in, length, previous);
    }
    in.expectEnd();
  }

  /** The newest version at or below a revision, or null. */
  Version visibleAt(long revision) {
    if (current.revision <= revision) {
      return current.exists() ? current : null;
    }
    return previous.exists() && previous.revision <= revision ? previous : null;
  }

  /**
   * Takes one more version in: keeps the newest, and the newest that is published as long as the
   * newest is not.
   *
   * @return whether that changes the record
   */
  boolean add(long revision, byte[] rep, long published) {
    if (revision == current.revision && current.holds(rep)) {
      return false;
    }
    if (revision == current.revision) {
      current.set(revision, rep);
      return true;
    }
    if (revision > current.revision) {
      if (current.exists() && current.revision <= published) {
        previous.set(current);
      }
      current.set(revision, rep);
      return true;
    }
    return addOlder(revision, rep, published);
  }

  private boolean addOlder(long revision, byte[] rep, long published) {
    boolean wanted =
        current.revision > published && revision <= published && revision >= previous.revision;
    if (!wanted || revision == previous.revision && previous.holds(rep)) {
      return false;
    }
    previous.set(revision, rep);
    return true;
  }

  /** Writes the record for the given LMDB key. */
  void write(byte[] lmdbKey, int keyLength, ByteWriter out) {
    out.reset();
    out.writeByte(
        FORMAT << 4 | (key == null ? 0 : HAS_KEY) | (previous.exists() ? HAS_PREVIOUS : 0));
    out.writeInt(0);
    if (key != null) {
      out.writeBytes(key);
    }
    writeVersion(out, current);
    if (previous.exists()) {
      writeVersion(out, previous);
    }
    int sum = checksum(lmdbKey, keyLength, out.array(), out.size());
    for (int i = 0; i < 4; i++) {
      out.array()[CHECKSUM_AT + i] = (byte) (sum >>> 8 * (3 - i));
    }
  }

  private void readKey(ByteReader in, int flags, byte[] fullKeyOrNull) {
    key = (flags & HAS_KEY) == 0 ? null : in.readBytes();
    if (!Arrays.equals(key, fullKeyOrNull)) {
      throw new CorruptBytesException("it holds another key than it is filed under");
    }
  }

  private void readVersion(ByteReader in, int end, Version version) {
    version.revision = in.readVarint();
    version.length = in.readCount(1);
    version.bytes = bytes;
    version.offset = end - in.remaining();
    in.skip(version.length);
  }

  private static void writeVersion(ByteWriter out, Version version) {
    out.writeVarint(version.revision);
    out.writeVarint(version.length);
    out.writeRaw(version.bytes, version.offset, version.length);
  }

  /** Over everything but the checksum's own bytes. */
  private int checksum(byte[] lmdbKey, int keyLength, byte[] value, int length) {
    checksum.reset();
    checksum.update(lmdbKey, 0, keyLength);
    checksum.update(value, 0, CHECKSUM_AT);
    checksum.update(value, BODY_AT, length - BODY_AT);
    return (int) checksum.getValue();
  }
}
