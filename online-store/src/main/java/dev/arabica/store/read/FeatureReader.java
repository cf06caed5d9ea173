package dev.arabica.store.read;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Instants;
import dev.arabica.store.BlockStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers lookups from the online store: the API for whoever serves a model. Thread-safe; make one
 * for each plan and store and keep it.
 *
 * <p>A lookup reads everything in one view of the store, so that its values, watermarks and
 * revision belong together, and says for each value why it is what it is. What is wrong with a
 * request is a {@link LookupException} before anything is read.
 */
public final class FeatureReader {
  /** How far a request's time may be ahead of the server's clock, microseconds. */
  public static final long MAX_AHEAD = Instants.MICROS_PER_MINUTE;

  private static final int CACHED_SELECTIONS = 256;
  private static final long EARLIEST = Instants.parse("0001-01-01T00:00:00Z");

  private final Plan plan;
  private final BlockStore store;
  private final Clock clock;
  private final Map<LookupRequest.Selection, ReadPlan> resolved = new ConcurrentHashMap<>();

  /** The clock says what time it is when a request brings none, and which times are ahead. */
  public FeatureReader(Plan plan, BlockStore store, Clock clock) {
    this.plan = plan;
    this.store = store;
    this.clock = clock;
  }

  /**
   * @throws LookupException if the request is wrong
   * @throws dev.arabica.store.StoreException if the store cannot be read
   */
  public LookupResponse lookup(LookupRequest request) {
    return run(request, false).response();
  }

  /** As {@link #lookup}, with the windows and the blocks behind every value. */
  public Explanation explain(LookupRequest request) {
    return run(request, true);
  }

  private Explanation run(LookupRequest request, boolean explain) {
    ReadPlan readPlan = resolve(request.selection());
    long time = time(request);
    List<List<List<Object>>> keys = RequestKeys.of(readPlan, request.entities());
    try (LookupRun run = new LookupRun(readPlan, store.read(), time, request.allowPartial())) {
      return run.read(keys, explain);
    }
  }

  private ReadPlan resolve(LookupRequest.Selection selection) {
    ReadPlan known = resolved.get(selection);
    if (known != null) {
      return known;
    }
    ReadPlan readPlan = ReadPlan.of(plan, selection);
    if (resolved.size() < CACHED_SELECTIONS) {
      resolved.put(selection, readPlan);
    }
    return readPlan;
  }

  private long time(LookupRequest request) {
    long now = Instants.toMicros(clock.instant());
    long time = request.time().orElse(now);
    if (time > now + MAX_AHEAD) {
      throw new LookupException(
          LookupException.Kind.REQUEST_TIME_AHEAD,
          "request_time_ahead: the request's time is "
              + (time - now) / Instants.MICROS_PER_SECOND
              + " s ahead of the server's clock, "
              + Instants.pretty(now));
    }
    if (time < EARLIEST) {
      throw new LookupException(
          LookupException.Kind.TIME_OUT_OF_RANGE,
          "the request's time, " + time + " microseconds, is before the year 1");
    }
    return time;
  }
}
