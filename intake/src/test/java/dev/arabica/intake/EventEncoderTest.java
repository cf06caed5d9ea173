package dev.arabica.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.SourcePlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventEncoderTest {
  @TempDir Path folder;

  @Test
  void whatIsPublishedMeansWhatTheFileMeans() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("events.csv"),
            """
            id,ts,user,n,x,f,ok,at,secs,micros,day,raw,tags,item,ignored
            1,1764432605000,"a ""b"" é",-7,1e3,0.1,1,2025-11-29T18:10:05.5+02:00,1764432605,1764432605000001,2025-11-29,AAH/,"[""a"",null]","{""name"":""n"",""more"":1}",z
            2,1764432605000,,,,,,,,,,,,,
            3,1764432605000,"",,NaN,-Infinity,false,,,,,,,,
            4,1764432605000,,,5e-324,1e-45,,,,,,,,,
            5,1764432605000,,nine,,,,,,,,,,,
            6,,,,,,,,,,,,,,
            7,17,,,,,,,,,,,,,
            8,1764432605000
            9,1764432605000,,,,,maybe,,,,,,"[1",,
            """);
    SourcePlan source = Sources.plain();
    Admission downstream = new Admission(source);
    int records = 0;
    try (RecordIterator<EventEncoder.Outgoing> all = EventEncoder.read(source, file)) {
      while (all.hasNext()) {
        EventEncoder.Outgoing outgoing = all.next();
        records++;
        RawRecord published =
            new RawRecord(
                outgoing.payload(),
                new KafkaPosition("events", 0, records, KafkaPosition.NO_TIMESTAMP),
                outgoing.id().toBytes());
        assertSame(outgoing, downstream.admit(published));
      }
    }
    assertThat(records).isEqualTo(9);
  }

  @Test
  void jsonLinesArePublishedAsTheyAre() throws IOException {
    String line = "{ \"id\": 1, \"ts\": 1764432605000, \"other\": 2 }";
    Path file = Files.writeString(folder.resolve("events.jsonl"), line + "\n");
    try (RecordIterator<EventEncoder.Outgoing> all = EventEncoder.read(Sources.plain(), file)) {
      assertThat(new String(all.next().payload(), StandardCharsets.UTF_8)).isEqualTo(line);
    }
  }

  private static void assertSame(EventEncoder.Outgoing outgoing, Admitted received) {
    String payload = new String(outgoing.payload(), StandardCharsets.UTF_8);
    if (outgoing.admitted() instanceof Event event) {
      assertThat(received).as(payload).isInstanceOf(Event.class);
      Event other = (Event) received;
      assertThat(other.row()).isEqualTo(event.row());
      assertThat(other.eventTime()).isEqualTo(event.eventTime());
      assertThat(other.id()).isEqualTo(event.id());
    } else {
      assertThat(received).as(payload).isInstanceOf(DeadLetter.class);
      assertThat(((DeadLetter) received).reason())
          .isEqualTo(((DeadLetter) outgoing.admitted()).reason());
    }
  }
}
