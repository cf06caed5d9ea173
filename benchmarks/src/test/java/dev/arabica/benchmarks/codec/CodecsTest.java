package dev.arabica.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Tiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All contestants read what they wrote, and it comes to the truth. */
class CodecsTest {
  private static final Tiles TILES = Tiles.of(7, 5);

  @ParameterizedTest
  @MethodSource("contestants")
  void readWhatTheyWrote(Map.Entry<String, Function<Tiles, Codec>> contestant) {
    Codec codec = contestant.getValue().apply(TILES);
    long bytes = 0;
    for (int pack = 0; pack < TILES.blocks(); pack++) {
      bytes += codec.encoded(pack).length;
      codec.decode(codec.encoded(pack));
      assertThat(codec.answer()).isEqualTo(Answer.of(TILES.events(pack)));
    }
    assertThat(codec.encoding().operations()).isEqualTo(60);
    assertThat(codec.encoding().run()).isEqualTo(bytes);
    assertThat(codec.decoding().run()).isNotEqualTo(0L);
  }

  static Set<Map.Entry<String, Function<Tiles, Codec>>> contestants() {
    return Codecs.contestants().entrySet();
  }

  /** The check values of RFC 3720 and of xxHash's own test of an empty input. */
  @Test
  void checksumsAreWhatTheyAreCalled() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    Map<String, Checksums.Checksum> checksums = Checksums.contestants();
    assertThat(checksums.get("CRC-32C").of(digits)).isEqualTo(0xE3069283L);
    assertThat(checksums.get("CRC-32").of(digits)).isEqualTo(0xCBF43926L);
    assertThat(checksums.get("XXH3, 64 bits").of(new byte[0])).isEqualTo(0x2D06800538D394C2L);
  }
}
