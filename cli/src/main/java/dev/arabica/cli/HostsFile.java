package dev.arabica.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Engines ask for the address of the machine they run on, and a machine without network set-up does
 * not know its own name. For such a machine this names it, for child JVMs that talk to this machine
 * alone: with the file a JVM looks no other name up.
 */
final class HostsFile {
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private HostsFile() {}

  /** The option for a child JVM; none where the machine knows its name. */
  static List<String> option() {
    try {
      InetAddress.getLocalHost();
      return List.of();
    } catch (UnknownHostException nameless) {
      return List.of("-Djdk.net.hosts.file=" + write());
    }
  }

  private static Path write() {
    try {
      Path file = Files.createTempFile("hosts", ".txt");
      file.toFile().deleteOnExit();
      String name = Files.readString(HOST_NAME).strip();
      return Files.writeString(file, "127.0.0.1 localhost\n127.0.0.1 " + name + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "this machine's name has no address, and none can be given: " + e, e);
    }
  }
}
