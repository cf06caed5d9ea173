package dev.arabica.core.agg;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reps as each version of the code of each aggregate has written them, in {@code
 * reps/AGGREGATE-vVERSION.txt}, and packs of several. They are read for ever: {@code
 * -Dfixtures.write=true} writes what is missing and nothing else, and whoever changes or removes
 * one has to say so in {@link #DIGESTS}.
 */
class RepFixturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/reps");

  /** The start of each file's SHA-256, in hex. */
  private static final Map<String, String> DIGESTS =
      Map.ofEntries(
          entry("all-v1", "837a71abc9369fcb"),
          entry("any-v1", "0336fe49bf4cbb5c"),
          entry("approx_distinct-v1", "858abe88344eac25"),
          entry("approx_quantile-v1", "a9d4cb42867f0780"),
          entry("approx_quantiles-v1", "1709bea18426b55e"),
          entry("avg-v1", "3e5ae148eaeed258"),
          entry("avg_by-v1", "eb97668ef154bab4"),
          entry("bottom_n-v1", "7278875e92fa2bd7"),
          entry("count-v1", "3bce86ebb2e09ed1"),
          entry("count_by-v1", "d0acb33df462d908"),
          entry("decayed_count-v1", "5acdfee7a0114237"),
          entry("decayed_sum-v1", "b3023244b904dcce"),
          entry("distinct_count-v1", "41de8b36fb2584a9"),
          entry("first-v1", "cbe61dccf89e5853"),
          entry("first_n-v1", "f88d666fd4effc32"),
          entry("histogram-v1", "eab4c9b83d95ceac"),
          entry("last-v1", "4eb24c0d2dc09ed4"),
          entry("last_distinct_n-v1", "ec96bcee1c0f2602"),
          entry("last_n-v1", "6690bb934082584e"),
          entry("max-v1", "334136c40e2e3816"),
          entry("max_by-v1", "f7a9ee7f9000ead2"),
          entry("min-v1", "dd72584db71a4de8"),
          entry("pack-v1", "b5c60cd81ecb0bcb"),
          entry("stddev-v1", "4f09d12191582dd1"),
          entry("stddev_pop-v1", "a302c3aa37786db1"),
          entry("sum-v1", "b7ff36a1ebeda463"),
          entry("sum_by-v1", "4b30202b650d8037"),
          entry("top_k-v1", "b1e05968ea6b16c8"),
          entry("top_n-v1", "b4a8f0eb60c66f9b"),
          entry("var_pop-v1", "16d32ab1b8a19310"),
          entry("variance-v1", "e397d5924b051242"),
          entry("vector_avg-v1", "483fe487176282e2"),
          entry("vector_sum-v1", "7fb602ba21391f05"));

  @BeforeAll
  static void writeWhatIsMissing() throws IOException {
    if (Boolean.getBoolean("fixtures.write")) {
      write("pack-v1", RepCases::ofPacks);
      for (AggregateFunction function : AggregateFunction.values()) {
        write(name(function, function.codecVersion()), () -> RepCases.of(function));
      }
    }
  }

  private static void write(String name, Supplier<List<RepCase>> cases) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    if (Files.notExists(file)) {
      Files.writeString(
          file, cases.get().stream().map(RepCase::toText).collect(Collectors.joining("\n")));
    }
  }

  private static String name(AggregateFunction function, int version) {
    return function.symbol() + "-v" + version;
  }

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<RepCase> cases(Path file) {
    try {
      return Arrays.stream(Files.readString(file).split("\n\n")).map(RepCase::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noneIsMissingOrChanged() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Path file : files()) {
      found.put(file.getFileName().toString().replace(".txt", ""), digest(file));
    }
    assertThat(found).isEqualTo(new TreeMap<>(DIGESTS));
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyAggregateHasOneOfEveryVersion() {
    List<String> expected = new ArrayList<>(List.of("pack-v1"));
    for (AggregateFunction function : AggregateFunction.values()) {
      for (int version = 1; version <= function.codecVersion(); version++) {
        expected.add(name(function, version));
      }
    }
    assertThat(DIGESTS.keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadAsItWas(Path file) {
    for (RepCase fixture : cases(file)) {
      CompositeAggregator pack = fixture.forReps();
      Rep rep = pack.decode(fixture.rep());
      assertThat(fixture.exactly(fixture.finish(pack, rep)))
          .as(fixture.toString())
          .isEqualTo(fixture.exactly(fixture.outcomes()));
      assertThat(pack.encode(rep)).as(fixture.toString()).isEqualTo(fixture.rep());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isWrittenAsItWas(Path file) {
    for (RepCase fixture : cases(file)) {
      CompositeAggregator pack = fixture.bind();
      assertThat(pack.encode(fixture.add(pack))).as(fixture.toString()).isEqualTo(fixture.rep());
    }
  }
}
