package dev.arabica.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowFileWriterTest {
  private static final List<Type.Field> COLUMNS =
      List.of(
          new Type.Field("a,b", Type.STRING, true),
          new Type.Field("n", Type.INT64, true),
          new Type.Field("x", Type.FLOAT64, true),
          new Type.Field("at", Type.TIMESTAMP, true),
          new Type.Field("tags", new Type.ListType(Type.STRING), true));

  @TempDir Path folder;

  @Test
  void csvTellsNullFromEmptyAndQuotesWhereItMust() throws IOException {
    assertThat(written("out.csv"))
        .isEqualTo(
            """
            "a,b",n,x,at,tags
            "",1,0.1,1970-01-01T00:00:00.000001Z,"[""é"",null]"
            ,,,,
            "say ""hi""
            there",-1,Infinity,,[]
            plain text,0,1.0E300,,
            """);
  }

  @Test
  void jsonLinesHaveEveryColumn() throws IOException {
    assertThat(written("out.jsonl").lines())
        .startsWith(
            "{\"a,b\":\"\",\"n\":1,\"x\":0.1,\"at\":\"1970-01-01T00:00:00.000001Z\","
                + "\"tags\":[\"é\",null]}",
            "{\"a,b\":null,\"n\":null,\"x\":null,\"at\":null,\"tags\":null}");
  }

  @Test
  void gzipIsWrittenWhereTheNameSaysSo() throws IOException {
    write(folder.resolve("out.csv.gz"));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("out.csv.gz")))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("\"a,b\",n,x");
    }
  }

  @Test
  void anUnknownFormatAndAnUnwritablePlaceAreErrors() {
    assertThatThrownBy(() -> write(folder.resolve("out.parquet")))
        .isInstanceOf(DataFileException.class)
        .hasMessageContainingAll("out.parquet", ".csv", ".jsonl");
    assertThatThrownBy(() -> write(folder.resolve("none/out.csv")))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("cannot write");
  }

  private String written(String name) throws IOException {
    Path file = folder.resolve(name);
    write(file);
    return Files.readString(file);
  }

  private static void write(Path file) {
    try (RowFileWriter out = new RowFileWriter(file, COLUMNS)) {
      out.write(Arrays.asList("", 1L, 0.1, 1L, Arrays.asList("é", null)));
      out.write(Arrays.asList(null, null, null, null, null));
      out.write(Arrays.asList("say \"hi\"\nthere", -1L, Double.POSITIVE_INFINITY, null, List.of()));
      out.write(Arrays.asList("plain text", 0L, 1e300, null, null));
    }
  }
}
