package dev.arabica.batch;

import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.intake.Admission;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plays for the tests, admitted. */
final class Events {
  private final SourcePlan source;
  private final RowType type;
  private long made;

  Events(SourcePlan source) {
    this.source = source;
    this.type = source.rowType();
  }

  Event play(long time, String user, long video, Long value, Double score, String request) {
    Row row = new Row(type);
    row.setValue(type.require("request_id"), request);
    row.setValue(type.require("user_id"), user);
    row.setValue(type.require("video_id"), video);
    row.setValue(type.require("value"), value);
    row.setValue(type.require("score"), score);
    row.setValue(type.require("event_ts"), time);
    FilePosition position = new FilePosition("plays", ++made);
    boolean keyed = source.dedup().isPresent() && request != null;
    EventId id =
        keyed
            ? EventId.hash(
                request.getBytes(java.nio.charset.StandardCharsets.UTF_8), request.length())
            : Admission.positionId(position);
    return new Event(row, time, id, position);
  }

  Event play(long time, String user, long video) {
    return play(time, user, video, video * 3, 0.1 * video, "r" + made);
  }

  /** Plays with all that has broken things before: nulls, NaN, negatives, extremes, duplicates. */
  List<Event> random(Random random, int count, long from, long to) {
    List<Event> events = new ArrayList<>();
    Double[] scores = {null, Double.NaN, -0.0, 1e308, -1e308, 0.1, Double.POSITIVE_INFINITY, 1e-9};
    Long[] values = {null, -5L, 0L, 7L, Long.MAX_VALUE, Long.MIN_VALUE, 12L};
    for (int i = 0; i < count; i++) {
      long time = from + (long) (random.nextDouble() * (to - from));
      String user = random.nextInt(20) == 0 ? null : "user" + random.nextInt(6);
      events.add(
          play(
              time,
              user,
              random.nextInt(9) - 4,
              values[random.nextInt(values.length)],
              scores[random.nextInt(scores.length)],
              "r" + random.nextInt(count)));
    }
    return events;
  }
}
