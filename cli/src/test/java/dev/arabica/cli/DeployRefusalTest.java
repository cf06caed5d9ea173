package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.Fingerprint;
import dev.arabica.tables.Environment;
import dev.arabica.tables.PlanRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no engine executes yet is refused before anything is written, each construct by name. */
class DeployRefusalTest {
  private static final String SPEC =
      """
      package p
      source s {
        kafka "topic" { format json }
        table "p.s"
        fields { k string  item string  n int64  ms int64?  at timestamp }
        time at
      }
      source t {
        kafka "other" { format json }
        table "p.t"
        fields { k string  item string  n int64  ms int64?  at timestamp }
        time at
      }
      view v from s { where n > 0 }
      features g from v by k {
        x = count() over 1h
        recent = last_n(3, { item, at }) over 1d as recent
      }
      features h from s by item { y = count() over 1h }
      feature_set r for k, item {
        g = g(k).*
        h = h(item).y_last_1h
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n int64 | n decimal(9, 2) | source `p.s`: field `n` of type decimal(9, 2)",
        "n int64 | n int64  m map<string, int64>? | source `p.s`: field `m` of type map<string, int64>",
        "n int64 | n int64  e vector<float32, 4>? | source `p.s`: field `e` of type vector<float32, 4>",
        "view v from s { where n > 0 } | view v from s and t { where n > 0 } | view `p.v`: a union of streams",
        "where n > 0 } | where n > 0  dedup k within 1h } | view `p.v`: a dedup of its own",
        "over 1h | over ever | feature `p.g.x_ever`: a lifetime window",
        "over 1h | over 1h allow partial | feature `p.g.x_last_1h`: `allow partial`",
        "x = count() over 1h | x = count_by(item) over 1h | feature `p.g.x_last_1h`: a value of type map<string, int64>",
        "x = count() over 1h | x = first(to_decimal(n, 9, 2)) over 1h | feature `p.g.x_last_1h`: a value of type decimal(9, 2)",
        "x = count() over 1h | x = count() over 1h  head open | features `p.g`: `head open`",
        "x = count() over 1h | x = count() over 1h  serve assembled every 5m | features `p.g`: `serve assembled`",
        "x = count() over 1h | x = count() over 1h  derive d = x_last_1h + 1 | features `p.g`: derive `d`",
        "g = g(k).* | g = g(k).*  derive d = h + 1 | feature set `p.r`: derive `d`",
        "g = g(k).* | g = g(k).*  label l = any(n > 1) from s(k) within 30m | feature set `p.r`: label `l`",
        "h = h(item).y_last_1h | h = h(item).y_last_1h  again = g(k).x_last_1h fallback h(item).y_last_1h | member `p.r.again`: `fallback`",
      })
  void deployRefuses(String part, String replacement, String message) throws IOException {
    assertThat(SPEC).contains(part);
    assertRefused(SPEC.replaceFirst(java.util.regex.Pattern.quote(part), replacement), message);
  }

  @Test
  void deployRefusesSnapshotsRequestsAndModels() throws IOException {
    String spec =
        SPEC.replace(
                    "feature_set",
                    "snapshot c from table \"p.c\" by item valid_from since { owner string }\nrequest q { country string }\nfeature_set")
                .replace(
                    "  h = h(item).y_last_1h\n",
                    "  c = c(item).*\n  q = q.*\n  h = h(item: c.owner).y_last_1h\n  recent = g(k).recent enriched with c.owner\n")
            + "model m scores item for k {\n  onnx \"m.onnx\"\n  features r\n  input x [ h ]\n}\n";
    assertRefused(
        spec,
        "snapshot `p.c`",
        "request `p.q`",
        "model `p.m`",
        "member `p.r.c`: reads a snapshot",
        "member `p.r.q`: reads a request",
        "member `p.r.h`: a key from the column `c.owner`",
        "member `p.r.recent`: `enriched with`");
  }

  @Test
  void everyOtherCommandTakesIt() throws IOException {
    Path spec = write(SPEC.replaceFirst("over 1h", "over ever"));
    assertThat(CommandRun.of("check", spec).exitCode()).isZero();
    assertThat(CommandRun.of("plan", spec).exitCode()).isZero();
    assertThat(CommandRun.of("compile", spec, "-o", folder.resolve("plans")).exitCode()).isZero();
    assertThat(CommandRun.of("deploy", spec, "--env", folder.resolve("env")).exitCode())
        .isEqualTo(ExitCode.SPECS_WRONG);
  }

  /** What a newer build has deployed is not run, but may be followed by what this one compiles. */
  @Test
  void aVersionOfAnAggregateThatThisBuildDoesNotHaveIsRefused() throws IOException {
    Path spec = write(SPEC);
    Path env = folder.resolve("env");
    assertThat(CommandRun.of("deploy", spec, "--env", env).exitCode()).isZero();
    PlanRegistry plans = Environment.open(env).plans();
    Path current = plans.file(plans.currentFingerprint().orElseThrow());
    String later =
        Files.readString(current)
            .replace("\"function\":\"count\"", "\"codec_version\":99,\"function\":\"count\"");
    String fingerprint = Fingerprint.sha256(later.getBytes(StandardCharsets.UTF_8));
    Files.writeString(plans.file(fingerprint), later);
    Files.writeString(current.resolveSibling("current"), fingerprint);

    CommandRun lookup = CommandRun.of("lookup", "r", "k=a", "item=b", "--env", env);
    assertThat(lookup.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(lookup.err())
        .contains(
            "features `p.g`: aggregate `x`: version 99 of `count`, of which this build has version 1",
            "features `p.h`: aggregate `y`: version 99 of `count`");
    assertThat(CommandRun.of("deploy", spec, "--env", env).exitCode()).isZero();
    assertThat(plans.current().group("p.g").packs()).hasSize(1);
  }

  private void assertRefused(String text, String... messages) throws IOException {
    Path env = folder.resolve("env");
    CommandRun run = CommandRun.of("deploy", write(text), "--env", env);
    assertThat(run.err()).contains("featc: no engine executes yet:").contains(messages);
    assertThat(run.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(env).doesNotExist();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("spec.feat"), text);
  }
}
