package dev.arabica.cli.demo;

import static dev.arabica.cli.demo.Stages.counts;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.intake.Event;
import dev.arabica.store.BlockStore;
import dev.arabica.store.ReadSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Sends the feed in slices. After each it lets the stream catch up, then looks up some of the
 * entities that were just seen, each at the time of its own event: what a ranker would have asked
 * while the events came in.
 */
final class LiveFeed {
  private static final int SLICES = 14;
  private static final int LOOKUPS_PER_SLICE = 200;
  private static final long CATCH_UP_MILLIS = 8_000;
  private static final long END_MILLIS = 60_000;
  private static final long POLL_MILLIS = 50;

  private final List<FeedItem> feed;
  private final FeatureSetPlan set;
  private final BlockStore store;
  private final Impressions impressions;
  private final FeedProducer producer;
  private final Engines engines;
  private final Map<SourcePlan, Long> newest = new HashMap<>();
  private final SplittableRandom random = new SplittableRandom(11);

  LiveFeed(
      List<FeedItem> feed,
      FeatureSetPlan set,
      BlockStore store,
      Impressions impressions,
      FeedProducer producer,
      Engines engines) {
    this.feed = feed;
    this.set = set;
    this.store = store;
    this.impressions = impressions;
    this.producer = producer;
    this.engines = engines;
  }

  Map<String, Long> run() throws Exception {
    long settles = settles();
    for (int slice = 0; slice < SLICES; slice++) {
      int from = (int) ((long) feed.size() * slice / SLICES);
      int to = (int) ((long) feed.size() * (slice + 1) / SLICES);
      send(from, to);
      awaitWatermark(Ladder.DEFAULT.baseSize(), CATCH_UP_MILLIS);
      lookUp(from, to, settles);
    }
    return counts("records", feed.size(), "lookups", impressions.size());
  }

  /** Waits until a quiet source has closed its last block. */
  Map<String, Long> awaitEnd() throws Exception {
    awaitWatermark(-Ladder.DEFAULT.baseSize(), END_MILLIS);
    try (ReadSession session = store.read()) {
      return counts("published revision", session.control().revision());
    }
  }

  private void send(int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      FeedItem item = feed.get(i);
      producer.send(item, i);
      item.event().ifPresent(event -> newest.merge(item.source(), event.eventTime(), Math::max));
    }
    producer.flush();
  }

  /**
   * Until every source's watermark is within {@code slack} of its newest event, or it takes too
   * long.
   */
  private void awaitWatermark(long slack, long atMostMillis) throws InterruptedException {
    long deadline = System.nanoTime() + atMostMillis * 1_000_000;
    while (!isCaughtUp(slack) && System.nanoTime() < deadline) {
      engines.requireRunning();
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean isCaughtUp(long slack) {
    try (ReadSession session = store.read()) {
      return newest.entrySet().stream()
          .allMatch(
              entry -> {
                long target =
                    Window.floor(entry.getValue() - Math.max(slack, 0), Ladder.DEFAULT.baseSize());
                long wanted = slack < 0 ? target - slack : target - entry.getKey().behindMicros();
                return session.control().watermark(entry.getKey().name()).orElse(Long.MIN_VALUE)
                    >= Window.floor(wanted, Ladder.DEFAULT.baseSize());
              });
    }
  }

  private void lookUp(int from, int to, long settles) {
    for (int i = 0; i < LOOKUPS_PER_SLICE; i++) {
      FeedItem item = feed.get(from + random.nextInt(to - from));
      if (item.arrivalMicros() <= settles) {
        item.event()
            .flatMap(event -> Impression.keysOf(set, event))
            .ifPresent(keys -> impressions.lookUp(keys, item.arrivalMicros()));
      }
    }
  }

  /**
   * Impressions after this time could fall into blocks that the stream still owns when the feed
   * ends, and that repair leaves alone.
   */
  private long settles() {
    Map<SourcePlan, Long> last = new HashMap<>();
    long first = Long.MAX_VALUE;
    for (FeedItem item : feed) {
      if (item.admitted() instanceof Event event) {
        last.merge(item.source(), event.eventTime(), Math::max);
        first = Math.min(first, event.eventTime());
      }
    }
    long settles =
        last.entrySet().stream()
            .mapToLong(
                entry ->
                    entry.getValue()
                        - entry.getKey().lateMicros()
                        - entry.getKey().behindMicros()
                        - 2 * Ladder.DEFAULT.baseSize())
            .min()
            .orElse(Long.MAX_VALUE);
    return settles > first + Instants.MICROS_PER_HOUR ? settles : Long.MAX_VALUE;
  }
}
