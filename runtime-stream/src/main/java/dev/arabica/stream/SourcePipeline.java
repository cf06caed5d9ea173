package dev.arabica.stream;

import dev.arabica.core.plan.SourcePlan;
import dev.arabica.intake.Admitted;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;

/**
 * One source from its topic to its tables:
 *
 * <pre>
 * topic - admission - clock - record writer - [dedup] - fan out - blocks
 *                                  |             |         |        |
 *                                  +-------------+---------+--------+- committer
 * </pre>
 */
final class SourcePipeline {
  private final PlannedSource source;
  private final StreamEnvironment environment;
  private final StreamOptions options;

  SourcePipeline(PlannedSource source, StreamEnvironment environment, StreamOptions options) {
    this.source = source;
    this.environment = environment;
    this.options = options;
  }

  void build(StreamExecutionEnvironment flink) {
    var events =
        step(
            clocked(flink),
            "records",
            WireType.timed(source),
            new RecordWriter(source, environment));
    DataStream<Flush> flushes = events.getSideOutput(Outputs.FLUSHES);
    DataStream<TimedRow> once = events;
    if (source.source().dedup().isPresent()) {
      var deduped = deduped(events, source.source().dedup().get().withinMicros());
      flushes = flushes.union(deduped.getSideOutput(Outputs.FLUSHES));
      once = deduped;
    }
    var keyed = step(once, "groups", WireType.keyed(source), new FanOut(source));
    var blocks =
        step(
            keyed.keyBy(KeyedRow::key, WireType.BLOCK_KEYS),
            "blocks",
            WireType.FLUSHES,
            new BlockOperator(source, environment));
    flushes = flushes.union(keyed.getSideOutput(Outputs.FLUSHES), blocks);
    commit(flushes);
  }

  private DataStream<Admitted> clocked(StreamExecutionEnvironment flink) {
    SourcePlan plan = source.source();
    var times = EventTimes.OF_RECORDS;
    var read =
        flink
            .fromSource(
                kafka(plan),
                SplitClock.strategy(times, plan.behindMicros(), options.quietAfter()),
                named("topic"),
                WireType.admitted(source))
            .uid(named("topic"));
    return step(
        read,
        "clock",
        WireType.admitted(source),
        new EventClock<>(times, source.baseMicros(), plan.behindMicros(), options.quietAfter()));
  }

  private KafkaSource<Admitted> kafka(SourcePlan plan) {
    return KafkaSource.<Admitted>builder()
        .setBootstrapServers(options.bootstrap())
        .setTopics(plan.topic().orElseThrow())
        .setClientIdPrefix(named("topic"))
        .setGroupId(named("topic"))
        // Where to go on is in the checkpoint; a job that starts anew takes the whole topic.
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setProperty("commit.offsets.on.checkpoint", "false")
        .setDeserializer(new AdmittingDeserializer(source))
        .build();
  }

  private SingleOutputStreamOperator<TimedRow> deduped(DataStream<TimedRow> events, long within) {
    BlockSpan span = new BlockSpan(source.baseMicros(), source.source().lateMicros());
    return step(
        events.keyBy(event -> DedupOperator.keyOf(event, within), WireType.DEDUP_KEYS),
        "dedup",
        WireType.timed(source),
        new DedupOperator(within, span));
  }

  private void commit(DataStream<Flush> flushes) {
    flushes
        .transform(
            named("commit"), Types.VOID, new Committer(source, environment, options.completeFrom()))
        .uid(named("commit"))
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  private <I, O> SingleOutputStreamOperator<O> step(
      DataStream<I> input,
      String word,
      TypeInformation<O> output,
      OneInputStreamOperator<I, O> operator) {
    return input.transform(named(word), output, operator).uid(named(word));
  }

  /** Names and uids of operators: stable, and one set for each source. */
  private String named(String word) {
    return source.name() + "." + word;
  }
}
