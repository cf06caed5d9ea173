package dev.arabica.examples;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A short-video feed: users with tastes, videos with lifetimes and skewed popularity, playbacks and
 * reactions; and what real logs do besides: rows out of order, some late, some very late, some
 * twice, some malformed. Deterministic for a seed.
 */
public final class ShortVideoSimulator {
  private static final int TOPICS = 8;
  private static final long MINUTE = 60_000_000L;

  private final SplittableRandom random;
  private final Instant start;
  private final long lengthMicros;
  private final List<Video> videos = new ArrayList<>();
  private final List<User> users = new ArrayList<>();
  private final List<FeedRecord> records = new ArrayList<>();

  private record Video(
      String id, String author, int topic, long bornMicros, long lifeMicros, double appeal) {}

  private record User(String id, int topic, double activity) {}

  private ShortVideoSimulator(long seed, Instant start, long lengthMicros) {
    this.random = new SplittableRandom(seed);
    this.start = start;
    this.lengthMicros = lengthMicros;
  }

  /**
   * The records of a feed, in order of arrival.
   *
   * @param views how many playbacks; reactions, duplicates and malformed rows come on top
   */
  public static List<FeedRecord> simulate(long seed, Instant start, int hours, int views) {
    ShortVideoSimulator simulator = new ShortVideoSimulator(seed, start, hours * 60 * MINUTE);
    simulator.populate(views);
    for (int i = 0; i < views; i++) {
      simulator.view(i);
    }
    simulator.records.sort(Comparator.comparingLong(FeedRecord::arrivalMicros));
    return simulator.records;
  }

  private void populate(int views) {
    int videoCount = Math.max(50, views / 100);
    for (int i = 0; i < videoCount; i++) {
      long born = random.nextLong(-lengthMicros / 4, lengthMicros);
      long life = 30 * MINUTE + random.nextLong(Math.max(1, lengthMicros / 2));
      // A power law: few videos take most of the views.
      double appeal = Math.pow(1 - random.nextDouble(), -1.2);
      videos.add(
          new Video(
              "V" + i,
              "A" + random.nextInt(videoCount / 5),
              random.nextInt(TOPICS),
              born,
              life,
              appeal));
    }
    int userCount = Math.max(50, views / 40);
    for (int i = 0; i < userCount; i++) {
      users.add(new User("U" + i, random.nextInt(TOPICS), Math.pow(1 - random.nextDouble(), -0.8)));
    }
  }

  private void view(int index) {
    long at = (long) (lengthMicros * random.nextDouble());
    User user = pickUser();
    Video video = pickVideo(user, at);
    boolean liked = user.topic == video.topic;
    Long viewMillis =
        random.nextInt(50) == 0
            ? null
            : (long) (-Math.log(1 - random.nextDouble()) * (liked ? 14_000 : 6_000));
    long eventTime = micros(at);
    String json =
        "{\"request_id\":\"r"
            + index
            + "\",\"user_id\":"
            + (random.nextInt(200) == 0 ? "\"guest\"" : quoted(user.id))
            + ",\"video_id\":"
            + quoted(video.id)
            + ",\"author_id\":"
            + quoted(video.author)
            + ",\"surface\":"
            + (random.nextInt(6) == 0 ? "\"search\"" : "\"feed\"")
            + ",\"view_ms\":"
            + viewMillis
            + ",\"score\":"
            + score()
            + ",\"event_ts\":"
            + quoted(Instant.EPOCH.plus(eventTime, ChronoUnit.MICROS).toString())
            + "}";
    send("views", json, eventTime, index);
    if (viewMillis != null && viewMillis > 4_000 && random.nextInt(liked ? 3 : 9) == 0) {
      react(index, user, video, eventTime + viewMillis * 1_000);
    }
    if (random.nextInt(400) == 0) {
      sendMalformed(index, eventTime);
    }
  }

  private void react(int index, User user, Video video, long eventTime) {
    String kind = random.nextInt(4) == 0 ? "share" : "like";
    String json =
        "{\"reaction_id\":\"x"
            + index
            + "\",\"user_id\":"
            + quoted(user.id)
            + ",\"video_id\":"
            + quoted(video.id)
            + ",\"author_id\":"
            + quoted(video.author)
            + ",\"kind\":"
            + quoted(kind)
            + ",\"ts_ms\":"
            + eventTime / 1_000
            + "}";
    send("reactions", json, eventTime / 1_000 * 1_000, index);
  }

  /** Numbers that punish careless sums: of very different sizes, of both signs, missing. */
  private String score() {
    return switch (random.nextInt(12)) {
      case 0 -> "null";
      case 1 -> String.format(Locale.ROOT, "%.3e", (random.nextDouble() - 0.5) * 1e18);
      case 2 -> "-0.0";
      default -> String.format(Locale.ROOT, "%.6f", (random.nextDouble() - 0.3) * 10);
    };
  }

  private void send(String source, String json, long eventTime, int index) {
    long arrival = eventTime + delay();
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    records.add(new FeedRecord(source, payload, arrival));
    if (index % 60 == 0) {
      // A producer that did not hear the acknowledgement sends again.
      records.add(new FeedRecord(source, payload, arrival + random.nextLong(30_000_000L)));
    }
  }

  /** Mostly a second or two; 3% minutes, within what the stream corrects; 1% later than that. */
  private long delay() {
    int kind = random.nextInt(100);
    if (kind == 0) {
      return 20 * MINUTE + random.nextLong(40 * MINUTE);
    }
    return kind < 4 ? random.nextLong(8 * MINUTE) : random.nextLong(3_000_000L);
  }

  private void sendMalformed(int index, long eventTime) {
    String json =
        switch (index % 4) {
          case 0 -> "{\"request_id\":\"bad" + index + "\",";
          case 1 -> "{\"request_id\":\"bad" + index + "\",\"user_id\":\"U1\"}";
          case 2 -> row(index, "\"soon\"");
          default -> row(index, "\"2100-01-01T00:00:00Z\"");
        };
    records.add(new FeedRecord("views", json.getBytes(StandardCharsets.UTF_8), eventTime));
  }

  private static String row(int index, String eventTs) {
    return "{\"request_id\":\"bad"
        + index
        + "\",\"user_id\":\"U1\",\"video_id\":\"V1\",\"author_id\":\"A1\","
        + "\"surface\":\"feed\",\"view_ms\":1,\"score\":null,\"event_ts\":"
        + eventTs
        + "}";
  }

  private User pickUser() {
    User best = users.get(random.nextInt(users.size()));
    User other = users.get(random.nextInt(users.size()));
    return other.activity > best.activity ? other : best;
  }

  /** The most attractive of a few candidates for this user now, as a ranker would choose. */
  private Video pickVideo(User user, long at) {
    Video best = null;
    double bestScore = -1;
    for (int i = 0; i < 6; i++) {
      Video video = videos.get(random.nextInt(videos.size()));
      boolean alive = at >= video.bornMicros && at < video.bornMicros + video.lifeMicros;
      double score = video.appeal * (video.topic == user.topic ? 3 : 1) * (alive ? 1 : 0.01);
      if (score > bestScore) {
        best = video;
        bestScore = score;
      }
    }
    return best;
  }

  private long micros(long offset) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, start) + offset;
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
