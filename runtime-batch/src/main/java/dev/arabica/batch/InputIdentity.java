package dev.arabica.batch;

import dev.arabica.intake.DataFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes a file the same one again: its name without the folder, its size and its content. */
final class InputIdentity {
  private InputIdentity() {}

  /**
   * The file's identity as text.
   *
   * @throws DataFileException naming a file that cannot be read
   */
  static String of(Path file) {
    long size = 0;
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
      }
    } catch (IOException e) {
      throw new DataFileException("cannot read " + file + ": " + e.getMessage(), e);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return file.getFileName() + " " + size + " sha256:" + hash;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
