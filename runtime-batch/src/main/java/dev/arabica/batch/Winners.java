package dev.arabica.batch;

import static org.apache.spark.sql.functions.col;

import dev.arabica.core.codec.RowCodec;
import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.intake.Dedup;
import dev.arabica.intake.Event;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Of each set of duplicates the event that counts. */
final class Winners {
  private static final StructType TYPE =
      new StructType()
          .add("dedup_key", DataTypes.BinaryType, false)
          .add("bucket", DataTypes.LongType, false)
          .add("time", DataTypes.LongType, false)
          .add("id", DataTypes.BinaryType, false)
          .add("row", DataTypes.BinaryType, false);

  static final Encoder<Row> ENCODER = Encoders.row(TYPE);

  private Winners() {}

  /** Duplicates meet in one partition. */
  static Column[] together() {
    return new Column[] {col("dedup_key"), col("bucket")};
  }

  static Column[] order() {
    return together();
  }

  /** Events as rows that say whose duplicate they are. */
  static Iterator<Row> candidates(SourcePlan source, Iterator<Event> events) {
    Dedup dedup = Dedup.of(source).orElseThrow();
    RowCodec codec = new RowCodec(source.rowType());
    return new Lazily<>() {
      @Override
      boolean advance() {
        if (!events.hasNext()) {
          return false;
        }
        Event event = events.next();
        emit(
            RowFactory.create(
                dedup.key(event).toBytes(),
                dedup.bucket(event.eventTime()),
                event.eventTime(),
                event.id().toBytes(),
                codec.toBytes(event.row())));
        return true;
      }
    };
  }

  /** The winner of each run of duplicates. */
  static Iterator<Event> of(SourcePlan source, Iterator<Row> candidates, RepairCounts counts) {
    RowCodec codec = new RowCodec(source.rowType());
    return new Lazily<>() {
      private Event best;
      private byte[] key;
      private long bucket;

      @Override
      boolean advance() {
        if (!candidates.hasNext()) {
          handOn();
          return false;
        }
        Row row = candidates.next();
        Event event =
            new Event(
                codec.fromBytes(row.getAs(4)),
                row.getLong(2),
                EventId.fromBytes(row.getAs(3)),
                null);
        if (best != null && row.getLong(1) == bucket && Arrays.equals(row.getAs(0), key)) {
          counts.duplicates.add(1);
          best = Dedup.winner(best, event);
        } else {
          handOn();
          best = event;
          key = row.getAs(0);
          bucket = row.getLong(1);
        }
        return true;
      }

      private void handOn() {
        if (best != null) {
          emit(best);
        }
      }
    };
  }
}
