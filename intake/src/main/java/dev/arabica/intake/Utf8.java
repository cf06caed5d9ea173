package dev.arabica.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: what is not valid is refused, never replaced. */
final class Utf8 {
  private Utf8() {}

  /**
   * Refuses bytes that are not UTF-8, and NUL, which no text format here allows and which tells
   * UTF-16 apart.
   */
  static void require(byte[] bytes) throws Rejection {
    boolean ascii = true;
    for (byte b : bytes) {
      if (b == 0) {
        throw Rejection.malformed("a NUL byte");
      }
      ascii &= b > 0;
    }
    if (!ascii) {
      decode(bytes);
    }
  }

  static String decode(byte[] bytes) throws Rejection {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Rejection.malformed("not UTF-8");
    }
  }
}
