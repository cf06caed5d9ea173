package dev.arabica.core.codec;

import java.util.zip.CRC32C;

/**
 * CRC-32C (Castagnoli, RFC 3720): finds every flip of up to three bits and every burst of up to 32
 * in the sizes that reps have. It has an instruction of its own and beats hashes at every size.
 */
final class Checksum {
  private final CRC32C crc = new CRC32C();

  int of(byte[] bytes, int offset, int length) {
    crc.reset();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
