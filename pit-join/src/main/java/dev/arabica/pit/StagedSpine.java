package dev.arabica.pit;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Spine rows in files of {@link #CHUNK_ROWS}, beside the output: tasks read a chunk each, and a
 * chunk becomes one file of the training set, so that order and duplicates are kept by
 * construction.
 */
final class StagedSpine {
  static final int CHUNK_ROWS = 1 << 16;

  private StagedSpine() {}

  private static Path chunk(Path folder, long index) {
    return folder.resolve(String.format("chunk-%05d", index));
  }

  private static DataOutputStream open(Path folder, long index) throws IOException {
    OutputStream file = Files.newOutputStream(chunk(folder, index));
    return new DataOutputStream(new BufferedOutputStream(file, 1 << 16));
  }

  /** Appends rows, chunk after chunk. */
  static final class Writer implements Closeable {
    private final Path folder;
    private final ByteWriter buffer = new ByteWriter(512);
    private DataOutputStream out;
    private long rows;

    Writer(Path folder) throws IOException {
      this.folder = folder;
      this.out = open(folder, 0);
    }

    void add(StagedRow row) throws IOException {
      if (rows > 0 && rows % CHUNK_ROWS == 0) {
        out.close();
        out = open(folder, rows / CHUNK_ROWS);
      }
      row.write(buffer.reset());
      out.writeInt(buffer.size());
      out.write(buffer.array(), 0, buffer.size());
      rows++;
    }

    long rows() {
      return rows;
    }

    /** At least one: an empty spine has one chunk without rows. */
    int chunks() {
      return (int) Math.max(1, (rows + CHUNK_ROWS - 1) / CHUNK_ROWS);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Reads one chunk. */
  static final class Reader implements Closeable {
    private final DataInputStream in;
    private long nextRow;

    Reader(Path folder, int index) throws IOException {
      InputStream file = Files.newInputStream(chunk(folder, index));
      in = new DataInputStream(new BufferedInputStream(file, 1 << 16));
      nextRow = (long) index * CHUNK_ROWS;
    }

    /** Fills {@code row} with the next row; false at the end. */
    boolean next(StagedRow row) throws IOException {
      if (in.available() == 0) {
        return false;
      }
      byte[] bytes = in.readNBytes(in.readInt());
      row.read(new ByteReader(bytes));
      nextRow++;
      return true;
    }

    /** The position in the spine of the row that {@link #next} gave last. */
    long row() {
      return nextRow - 1;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
