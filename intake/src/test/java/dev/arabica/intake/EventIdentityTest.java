package dev.arabica.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventIdentityTest {
  private static final byte[] HEADER = new EventId(7, 9).toBytes();

  @Test
  void withoutDedupThePositionIdentifies() {
    SourcePlan source = Sources.plain();
    EventId first = event(source, 1, "u", kafka(0, 5), null).id();
    assertThat(event(source, 2, "v", kafka(0, 5), null).id()).isEqualTo(first);
    assertThat(event(source, 1, "u", kafka(0, 6), null).id()).isNotEqualTo(first);
    assertThat(event(source, 1, "u", kafka(1, 5), null).id()).isNotEqualTo(first);
    assertThat(first).isEqualTo(Admission.positionId(kafka(0, 5)));
  }

  @Test
  void theTimestampOfARecordIsNoPartOfItsIdentity() {
    assertThat(Admission.positionId(new KafkaPosition("t", 0, 1, 10)))
        .isEqualTo(Admission.positionId(new KafkaPosition("t", 0, 1, 11)));
  }

  @Test
  void aReplayBringsItsIdentityAlong() {
    Event replayed = event(Sources.plain(), 1, "u", kafka(0, 5), HEADER);
    assertThat(replayed.id()).isEqualTo(new EventId(7, 9));
  }

  @Test
  void aHeaderThatIsNoIdentityIsIgnored() {
    Event event = event(Sources.plain(), 1, "u", kafka(0, 5), new byte[3]);
    assertThat(event.id()).isEqualTo(Admission.positionId(kafka(0, 5)));
  }

  @Test
  void theDedupKeyComesFirst() {
    SourcePlan source = Sources.deduplicated("id", "user");
    EventId first = event(source, 1, "u", kafka(0, 5), HEADER).id();
    assertThat(event(source, 1, "u", new FilePosition("f", 3), null).id()).isEqualTo(first);
    assertThat(event(source, 1, "v", kafka(0, 5), null).id()).isNotEqualTo(first);
    assertThat(event(source, 2, "u", kafka(0, 5), null).id()).isNotEqualTo(first);
  }

  @Test
  void anEventWithoutItsDedupKeyIsNobodysDuplicate() {
    SourcePlan source = Sources.deduplicated("id", "user");
    assertThat(event(source, 1, null, kafka(0, 5), null).id())
        .isEqualTo(Admission.positionId(kafka(0, 5)));
  }

  @Test
  void theWinnerIsTheEarliestThenTheLeastIdThenTheLeastRow() {
    SourcePlan source = Sources.deduplicated("id");
    Event early = event(source, 1, "z", kafka(0, 1), null);
    Event late = new Event(early.row(), early.eventTime() + 1, early.id(), early.position());
    assertThat(Dedup.winner(early, late)).isSameAs(early);
    assertThat(Dedup.winner(late, early)).isSameAs(early);

    Event least = event(source, 1, null, kafka(9, 9), null);
    Event middle = event(source, 1, "a", kafka(0, 0), null);
    for (List<Event> pair : List.of(List.of(least, middle), List.of(middle, early))) {
      assertThat(Dedup.winner(pair.get(0), pair.get(1))).isSameAs(pair.get(0));
      assertThat(Dedup.winner(pair.get(1), pair.get(0))).isSameAs(pair.get(0));
    }

    Event lesserId = new Event(early.row(), early.eventTime(), new EventId(1, 0), null);
    Event greaterId = new Event(least.row(), early.eventTime(), new EventId(-1, 0), null);
    assertThat(Dedup.winner(greaterId, lesserId)).isSameAs(lesserId);
  }

  @Test
  void duplicatesMeetInOneIntervalAlignedToTheEpoch() {
    Dedup dedup = Dedup.of(Sources.deduplicated("id")).orElseThrow();
    long hour = Instants.parse("2025-11-29T16:00:00Z");
    assertThat(dedup.bucket(hour)).isEqualTo(hour);
    assertThat(dedup.bucket(hour + Instants.MICROS_PER_HOUR - 1)).isEqualTo(hour);
    assertThat(dedup.bucket(hour - 1)).isEqualTo(hour - Instants.MICROS_PER_HOUR);
    assertThat(Dedup.of(Sources.plain())).isEmpty();
  }

  private static KafkaPosition kafka(int partition, long offset) {
    return new KafkaPosition("events", partition, offset, KafkaPosition.NO_TIMESTAMP);
  }

  private static Event event(
      SourcePlan source, long id, String user, RecordPosition position, byte[] header) {
    String text = user == null ? "null" : "\"" + user + "\"";
    String json = "{\"id\":" + id + ",\"ts\":1764432605000,\"user\":" + text + "}";
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    return (Event) new Admission(source).admit(new RawRecord(payload, position, header));
  }
}
