package dev.arabica.cli.demo;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.examples.FeedRecord;
import dev.arabica.examples.ShortVideoSimulator;
import dev.arabica.intake.Admission;
import dev.arabica.intake.Event;
import dev.arabica.intake.EventEncoder;
import dev.arabica.intake.KafkaPosition;
import dev.arabica.intake.RawRecord;
import dev.arabica.intake.RecordIterator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What the demo sends, in order of arrival. */
final class Feed {
  private static final long SEED = 20_260_301;
  private static final Instant SIMULATION_START = Instant.parse("2026-03-01T08:00:00Z");

  private Feed() {}

  /** A simulated short-video feed. */
  static List<FeedItem> simulated(Plan plan, int hours, int views) {
    Map<String, Admission> admissions = new HashMap<>();
    List<FeedItem> items = new ArrayList<>();
    for (FeedRecord record : ShortVideoSimulator.simulate(SEED, SIMULATION_START, hours, views)) {
      SourcePlan source = plan.source(record.source());
      Admission admission =
          admissions.computeIfAbsent(source.name(), name -> Admission.ofFew(source));
      KafkaPosition position =
          new KafkaPosition(source.topic().orElseThrow(), 0, items.size(), record.arrivalMicros());
      items.add(
          new FeedItem(
              source,
              record.payload(),
              java.util.Optional.empty(),
              record.arrivalMicros(),
              admission.admit(new RawRecord(record.payload(), position, null))));
    }
    return items;
  }

  /**
   * Files of events, replayed on their own clock: each arrives a moment after its event time, but
   * some later than the stream still corrects, so that there is something to repair. The same files
   * give the same feed.
   */
  static List<FeedItem> replayed(Map<SourcePlan, List<Path>> files) {
    List<FeedItem> items = new ArrayList<>();
    files.forEach((source, paths) -> paths.forEach(path -> replay(source, path, items)));
    items.sort(Comparator.comparingLong(FeedItem::arrivalMicros));
    return items;
  }

  private static void replay(SourcePlan source, Path file, List<FeedItem> items) {
    SplittableRandom random = new SplittableRandom(SEED);
    long clock = 0;
    try (RecordIterator<EventEncoder.Outgoing> records = EventEncoder.read(source, file)) {
      while (records.hasNext()) {
        EventEncoder.Outgoing out = records.next();
        // A record that is no event has no time: it arrives with the one before it.
        clock =
            out.admitted() instanceof Event event
                ? event.eventTime() + delay(source, random)
                : clock;
        items.add(
            new FeedItem(
                source, out.payload(), java.util.Optional.of(out.id()), clock, out.admitted()));
      }
    }
  }

  /** Mostly a moment; 3% within what the stream corrects; 1.5% too late for it. */
  private static long delay(SourcePlan source, SplittableRandom random) {
    int kind = random.nextInt(1_000);
    if (kind < 15) {
      long tooLate = source.lateMicros() + source.behindMicros() + 10 * Instants.MICROS_PER_MINUTE;
      return tooLate + random.nextLong(30 * Instants.MICROS_PER_MINUTE);
    }
    return kind < 45
        ? random.nextLong(Math.max(1, source.lateMicros()))
        : random.nextLong(2 * Instants.MICROS_PER_SECOND);
  }
}
