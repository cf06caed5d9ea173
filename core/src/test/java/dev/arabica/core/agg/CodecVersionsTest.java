package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.Unsupported;
import dev.arabica.core.plan.UnsupportedPlanException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A build that has raised a version: its counts have eight bytes. The plan that was deployed before
 * does not say so, and goes on with the bytes that are stored; one that is planned now does.
 */
class CodecVersionsTest {
  private static final Path DEPLOYED = Path.of("src/test/resources/plans/v1/minimal.json");
  private static final AggregateCode RAISED =
      new AggregateCode(
          count -> List.of(call -> new Count(call.layout()), call -> new WideCount(call.layout())));
  private static final RowType ROWS = new RowType(List.of());
  private static final int EVENTS = 300;
  private static final String OLD_BYTES = "01ac02";
  private static final String NEW_BYTES = "02000000000000012c";

  private final Plan old = deployed();
  private final Plan raised = inVersion(2);

  /** {@link Count} in version 2. */
  private record WideCount(Count count, Layout layout) implements Aggregator {
    WideCount(Layout layout) {
      this(new Count(layout), layout);
    }

    @Override
    public void add(Rep rep, Input input) {
      count.add(rep, input);
    }

    @Override
    public void combine(Rep target, Rep other) {
      count.combine(target, other);
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      target.add(count.count(), other.readLong());
    }

    @Override
    public boolean isEmpty(Rep rep) {
      return count.isEmpty(rep);
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      return count.finish(rep, window, out, column);
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      out.writeLong(rep.get(count.count()));
    }
  }

  @Test
  void whatWasDeployedReadsAndWritesItsVersion() {
    assertThat(written(old)).isEqualTo(OLD_BYTES);
    assertThat(read(old, OLD_BYTES)).isEqualTo(EVENTS);
  }

  @Test
  void whatIsPlannedNowReadsAndWritesTheNewest() {
    assertThat(RAISED.newestVersion(AggregateFunction.COUNT)).isEqualTo(2);
    assertThat(written(raised)).isEqualTo(NEW_BYTES);
    assertThat(read(raised, NEW_BYTES)).isEqualTo(EVENTS);
  }

  @Test
  void theBytesOfOneAreNotReadAsTheOther() {
    assertThatThrownBy(() -> read(old, NEW_BYTES))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessage("rep of `visits`: version 2; the plan says version 1");
    assertThatThrownBy(() -> read(raised, OLD_BYTES))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessage("rep of `visits`: version 1; the plan says version 2");
  }

  /** The blocks of the one are found under other names than those of the other. */
  @Test
  void theyShareNoBlocks() {
    assertThat(count(raised).id()).isNotEqualTo(count(old).id());
    Plan next = Packing.against(old, raised);
    assertThat(pack(next).aggregates()).containsExactly(count(raised));
    assertThat(pack(next).id()).isNotEqualTo(pack(old).id());
  }

  @Test
  void thePlanSaysWhichUnlessItIsTheFirst() {
    assertThat(PlanCodec.toJson(raised)).contains("\"codec_version\":2,\"function\":\"count\"");
    assertThat(PlanCodec.fromJson(PlanCodec.toJson(raised))).isEqualTo(raised);
    assertThat(PlanCodec.toJson(old)).doesNotContain("codec_version");
    assertThat(count(old).codecVersion()).isEqualTo(1);
  }

  @Test
  void aVersionThatTheBuildDoesNotHaveIsNamed() {
    String aggregate =
        "aggregate `visits`: version 99 of `count`, of which this build has version ";
    Plan later = PlanCodec.fromJson(PlanCodec.toJson(inVersion(99)));
    assertThat(Unsupported.in(later)).containsExactly("features `activity`: " + aggregate + "1");
    assertThatThrownBy(() -> CompositeAggregator.forReps(pack(later)))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageEndingWith(aggregate + "1");
    assertThatThrownBy(() -> CompositeAggregator.bind(pack(later), ROWS, RAISED))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageEndingWith(aggregate + "1 to 2");
    assertThat(RAISED.refusal(count(inVersion(0)))).isPresent();
  }

  private static Plan deployed() {
    try {
      return PlanCodec.fromJson(Files.readString(DEPLOYED));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The same plan as a build would make it whose newest version is this. */
  private Plan inVersion(int version) {
    GroupPlan group = old.groups().get(0);
    GroupPlan.Aggregate was = count(old);
    GroupPlan.Aggregate is =
        new GroupPlan.Aggregate(
            "",
            was.name(),
            was.function(),
            version,
            was.input(),
            was.by(),
            was.where(),
            was.parameters());
    String id =
        Fingerprint.aggregate(old, group.source(), group.keying().keys(), group.where(), is);
    return Packing.of(
        new Plan(
            old.sources(),
            List.of(
                new GroupPlan(
                    group.name(),
                    group.source(),
                    group.keys(),
                    group.where(),
                    group.ladder(),
                    List.of(new GroupPlan.Pack("", List.of(is.withId(id)))),
                    group.features())),
            List.of()));
  }

  private static GroupPlan.Pack pack(Plan plan) {
    return plan.groups().get(0).packs().get(0);
  }

  private static GroupPlan.Aggregate count(Plan plan) {
    return pack(plan).aggregates().get(0);
  }

  /** What the pack writes of some events, in hex and without the checksum. */
  private static String written(Plan plan) {
    CompositeAggregator pack = CompositeAggregator.bind(pack(plan), ROWS, RAISED);
    Rep rep = pack.identity();
    for (int i = 0; i < EVENTS; i++) {
      pack.add(rep, new Row(ROWS), i, 0, i);
    }
    byte[] bytes = pack.encode(rep);
    return HexFormat.of().formatHex(bytes, 0, bytes.length - ByteWriter.CHECKSUM_BYTES);
  }

  private static long read(Plan plan, String hex) {
    ByteWriter bytes = new ByteWriter();
    bytes.writeRaw(HexFormat.of().parseHex(hex));
    bytes.writeChecksum(0);
    CompositeAggregator pack = CompositeAggregator.bind(pack(plan), ROWS, RAISED);
    Row out = new Row(new RowType(List.of(new Type.Field("value", Type.INT64, true))));
    pack.finish(pack.decode(bytes.toByteArray()), 0, new Window(0, 1), out, 0);
    return out.getLong(0);
  }
}
