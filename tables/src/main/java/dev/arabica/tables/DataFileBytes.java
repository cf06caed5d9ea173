package dev.arabica.tables;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.ManifestWriter;
import org.apache.iceberg.Table;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.inmemory.InMemoryOutputFile;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Written but uncommitted data files as bytes, to be kept in a checkpoint. After a version byte and
 * a count, the bytes are an Iceberg manifest: a format that later versions of Iceberg still read.
 */
final class DataFileBytes {
  private static final int VERSION = 1;
  // Has no row ids yet: the commit gives them out.
  private static final int MANIFEST_FORMAT = 2;
  private static final long NO_SNAPSHOT = 0;

  private DataFileBytes() {}

  static byte[] encode(Table table, List<DataFile> files) {
    ByteWriter out = new ByteWriter();
    out.writeByte(VERSION);
    out.writeVarint(files.size());
    if (!files.isEmpty()) {
      writeManifest(table, files, out);
    }
    return out.toByteArray();
  }

  static List<DataFile> decode(Table table, byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int version = in.readByte();
    if (version != VERSION) {
      throw new CorruptBytesException(
          "a list of data files of version " + version + "; this build reads " + VERSION);
    }
    long count = in.readVarint();
    List<DataFile> files = count == 0 ? List.of() : readManifest(table, in);
    in.expectEnd();
    if (files.size() != count) {
      throw new CorruptBytesException(count + " data files announced, " + files.size() + " found");
    }
    return files;
  }

  private static void writeManifest(Table table, List<DataFile> files, ByteWriter out) {
    InMemoryOutputFile memory = new InMemoryOutputFile("files.avro");
    ManifestWriter<DataFile> writer =
        ManifestFiles.write(MANIFEST_FORMAT, table.spec(), memory, NO_SNAPSHOT);
    try (writer) {
      files.forEach(writer::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      out.writeBytes(ManifestFiles.encode(writer.toManifestFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.writeBytes(memory.toByteArray());
  }

  private static List<DataFile> readManifest(Table table, ByteReader in) {
    List<DataFile> files = new ArrayList<>();
    try {
      ManifestFile manifest = ManifestFiles.decode(in.readBytes());
      FileIO memory = new OneFile(in.readBytes());
      try (ManifestReader<DataFile> reader = ManifestFiles.read(manifest, memory, table.specs())) {
        reader.forEach(file -> files.add(file.copy()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /**
   * Any name is this file. Not Iceberg's own {@code InMemoryFileIO}: its files are static, so that
   * two threads that read a manifest of the same name could each get the other's.
   */
  private record OneFile(byte[] bytes) implements FileIO {
    @Override
    public InputFile newInputFile(String path) {
      return new InMemoryInputFile(path, bytes);
    }

    @Override
    public OutputFile newOutputFile(String path) {
      throw new IllegalStateException("nothing is written to " + path);
    }

    @Override
    public void deleteFile(String path) {
      throw new IllegalStateException("nothing is deleted, not even " + path);
    }
  }
}
