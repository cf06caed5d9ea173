package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.key.EventId;
import dev.arabica.core.type.Row;
import dev.arabica.intake.Admission;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.Event;
import dev.arabica.intake.KafkaPosition;
import dev.arabica.intake.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final View VIEW = new View("r", "u", null, 5L, 1_764_432_000_000_001L);

  private final PlannedSource source = PlannedSource.streamed(ViewsPlan.plan()).get(0);

  @Test
  void recordsTravel() throws IOException {
    Event event = (Event) admit(VIEW.json());
    assertThat(travelled(RowWire.admitted(source), event)).isEqualTo(event);

    DeadLetter letter = (DeadLetter) admit("{");
    DeadLetter back = (DeadLetter) travelled(RowWire.admitted(source), letter);
    assertThat(back).usingRecursiveComparison().isEqualTo(letter);
  }

  @Test
  void rowsTravelWithTheirKey() throws IOException {
    Event event = (Event) admit(VIEW.json());
    TimedRow timed = new TimedRow(event.row(), event.eventTime(), event.id());
    KeyedRow keyed = new KeyedRow(new BlockKey(1, new byte[] {4, 0}), true, timed);
    assertThat(travelled(RowWire.timed(source), timed)).isEqualTo(timed);
    assertThat(travelled(RowWire.keyed(source), keyed)).isEqualTo(keyed);
  }

  @Test
  void keysTravel() throws IOException {
    BlockKey key = new BlockKey(300, new byte[] {1, 2, 3});
    DedupKey dedup = new DedupKey(1, -2, 3);
    assertThat(travelled(new StateWire.BlockKeys(), key)).isEqualTo(key).hasSameHashCodeAs(key);
    assertThat(travelled(new StateWire.DedupKeys(), dedup)).isEqualTo(dedup);
  }

  @Test
  void aBlockFromStateGoesOn() throws IOException {
    CompositeAggregator aggregator =
        CompositeAggregator.bind(source.packs().get(0).pack(), source.rowType());
    OpenBlock block = OpenBlock.empty(aggregator);
    block.add(timed());
    OpenBlock copy = block.copy();
    OpenBlock back = travelled(new StateWire.OpenBlocks(), block).live(aggregator);
    assertThat(back.bytes()).isEqualTo(block.bytes());

    block.add(timed());
    back.add(timed());
    assertThat(back.bytes()).isEqualTo(block.bytes()).isNotEqualTo(copy.bytes());
  }

  private TimedRow timed() {
    Row row = ((Event) admit(VIEW.json())).row();
    return new TimedRow(row, VIEW.at(), new EventId(1, 2));
  }

  private Admitted admit(String json) {
    return new Admission(source.source())
        .admit(
            new RawRecord(
                json.getBytes(StandardCharsets.UTF_8),
                new KafkaPosition("views", 1, 42, VIEW.at()),
                null));
  }

  private static <T> T travelled(TypeSerializer<T> serializer, T element) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.duplicate().serialize(element, out);
    return serializer.duplicate().deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }
}
