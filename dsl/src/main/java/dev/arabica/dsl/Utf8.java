package dev.arabica.dsl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes UTF-8 without failing: what is malformed becomes U+FFFD, and the first such place is
 * remembered.
 */
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8() {}

  /**
   * Decoded text.
   *
   * @param malformed the offset in the text of the first malformed byte
   */
  record Decoded(String text, Optional<Integer> malformed) {}

  static Decoded decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    Optional<Integer> malformed = Optional.empty();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      malformed = malformed.or(() -> Optional.of(out.position()));
      out.put(REPLACEMENT);
      in.position(in.position() + result.length());
      result = decoder.decode(in, out, true);
    }
    return withoutMark(out.flip().toString(), malformed);
  }

  private static Decoded withoutMark(String text, Optional<Integer> malformed) {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return marked
        ? new Decoded(text.substring(1), malformed.map(offset -> offset - 1))
        : new Decoded(text, malformed);
  }
}
