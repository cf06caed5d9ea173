package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.PlanText;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of the right form that no events give, and the last before them that some may. */
class ImpossibleRepsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        // The sum: a byte count and so many bytes.
        "sum         | {\"decimal\":38,\"scale\":0} | {} | 01 18 | 80 | 23 | ",
        "sum         | {\"decimal\":38,\"scale\":0} | {} | 01 19 | 80 | 24 | a sum of 25 bytes",
        "variance    | {\"decimal\":38,\"scale\":0} | {} | 01 01 01 28 | 01 | 39 | ",
        "variance    | {\"decimal\":38,\"scale\":0} | {} | 01 01 01 29 | 01 | 40 |"
            + " a sum of 41 bytes",
        // Below the edge and above it.
        "histogram   | \"int64\" | {\"edges\":[0.5]} | ffffffffffffffff7f 00 | | 0 | ",
        "histogram   | \"int64\" | {\"edges\":[0.5]} | ffffffffffffffff7f 01 | | 0 |"
            + " more events than can be counted",
        // A count, the component 0, and how many infinities there are of either sign.
        "vector_sum  | {\"vector\":1} | {} | 02 0100 01 01 01 | | 0 | ",
        "vector_sum  | {\"vector\":1} | {} | 02 0100 01 02 01 | | 0 | more infinities than vectors",
        "vector_sum  | {\"vector\":65536} | {} | 02 0100 0100 | | 0 | a sum of vectors cut short",
        // A count, no infinities, an exponent, and the mantissa 1.
        "decayed_sum | \"int64\" | {\"half_life\":60000000} | 01 00 00 90dfca47 0101 | | 0 | ",
        "decayed_sum | \"int64\" | {\"half_life\":60000000} | 01 00 00 92dfca47 0101 | | 0 |"
            + " a decayed sum that is not in its canonical form",
        // A count, how many infinities there are of either sign, an exponent, and the mantissa.
        "decayed_sum | \"float64\" | {\"half_life\":60000000} | 02 01 01 00 0100 | | 0 | ",
        "decayed_sum | \"float64\" | {\"half_life\":60000000} | 02 01 02 00 0100 | | 0 |"
            + " a decayed sum that no events have",
        "decayed_sum | \"float64\" | {\"half_life\":60000000} |"
            + " 01 ffffffffffffffff7f ffffffffffffffff7f 00 0101 | | 0 |"
            + " a decayed sum that no events have",
        "decayed_sum | \"float64\" | {\"half_life\":60000000} | 02 01 01 00 0101 | | 0 |"
            + " a decayed sum that no events have",
        "decayed_sum | \"int64\" | {\"half_life\":60000000} | 02 01 00 00 0101 | | 0 |"
            + " a decayed sum that no events have",
        "decayed_count | \"int64\" | {\"half_life\":60000000} | 01 00 00 00 0101 | | 0 | ",
        "decayed_count | \"int64\" | {\"half_life\":60000000} | 01 00 00 00 0100 | | 0 |"
            + " a decayed sum that no events have",
        "decayed_count | \"int64\" | {\"half_life\":60000000} | 01 00 00 00 01ff | | 0 |"
            + " a decayed sum that no events have",
        // More hashes than are kept, and the registers.
        "approx_distinct | \"int64\" | {} | 8102 2c | | 4095 | ",
        "approx_distinct | \"int64\" | {} | 8102 2b | | 4095 | a sketch that is not one of any values",
        "approx_distinct | \"int64\" | {} | 8102 | | 4096 | a sketch that is not one of any values",
        // A sketch, and that.
        "distinct_count | \"int64\" | {\"exact\":1} | 01 8102 | 33 | 4095 |"
            + " a sketch that is not one of any values",
      })
  void areRefused(
      String function,
      String type,
      String parameters,
      String start,
      String then,
      int zeros,
      String message) {
    String hex = start.replace(" ", "") + (then == null ? "" : then) + "00".repeat(zeros);
    byte[] bytes = HexFormat.of().parseHex(hex);
    Layout layout = new Layout();
    Aggregator aggregator =
        AggregateFunction.bind(
            new GroupPlan.Aggregate(
                "id",
                "x",
                function,
                Optional.of(new Expr.Column("x", PlanText.type(type))),
                Optional.empty(),
                PlanText.parameters(parameters)),
            layout);
    ByteReader in = new ByteReader(bytes);
    if (message == null) {
      aggregator.combineEncoded(layout.newRep(), in);
      in.expectEnd();
    } else {
      assertThatThrownBy(() -> aggregator.combineEncoded(layout.newRep(), in))
          .isInstanceOf(CorruptBytesException.class)
          .hasMessage(message);
    }
  }
}
