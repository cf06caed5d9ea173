package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows behind a value, each with what became of it. */
final class Witnesses {
  private final Plan plan;
  private final NaiveStreams streams;

  Witnesses(Plan plan, NaiveStreams streams) {
    this.plan = plan;
    this.streams = streams;
  }

  /**
   * What a value is looked up in.
   *
   * @param source or stream
   */
  record Lookup(
      String source,
      Optional<Expr> where,
      List<GroupPlan.Key> keys,
      List<Object> key,
      Interval window,
      GroupPlan.Aggregate aggregate) {}

  List<Explanation.Witness> of(Lookup lookup) {
    RowType rowType = plan.rowType(lookup.source());
    List<Explanation.Witness> witnesses = new ArrayList<>();
    for (Sighting seen : streams.sightings(lookup.source())) {
      witnesses.add(
          new Explanation.Witness(
              seen.source(),
              seen.event().position(),
              seen.event().eventTime(),
              verdict(lookup, rowType, seen)));
    }
    return witnesses;
  }

  /** The key first: whatever else became of another key's row is of no interest. */
  private static Verdict verdict(Lookup lookup, RowType rowType, Sighting seen) {
    Row row = seen.event().row();
    Verdict foreign = row.type().equals(rowType) ? foreign(lookup, row) : null;
    if (foreign != null) {
      return foreign;
    }
    if (!seen.isPresent()) {
      return seen.end();
    }
    if (lookup.where().isPresent() && !Interpreter.passes(lookup.where().get(), row)) {
      return NaiveStreams.filtered(lookup.where().get(), row);
    }
    if (seen.event().eventTime() < lookup.window().lo()) {
      return new Verdict.TooEarly();
    }
    return seen.event().eventTime() >= lookup.window().hi()
        ? new Verdict.TooLate()
        : ofAggregate(lookup.aggregate(), row);
  }

  private static Verdict foreign(Lookup lookup, Row row) {
    List<Object> key = new ArrayList<>();
    for (GroupPlan.Key column : lookup.keys()) {
      Object value = Interpreter.value(column.expr(), row);
      if (value == null) {
        return new Verdict.NullKey(column.name());
      }
      key.add(value);
    }
    return KeyValues.of(key).equals(KeyValues.of(lookup.key())) ? null : new Verdict.OtherKey(key);
  }

  private static Verdict ofAggregate(GroupPlan.Aggregate plan, Row row) {
    NaiveAggregate aggregate = new NaiveAggregate(plan);
    if (plan.where().isPresent() && !Interpreter.passes(plan.where().get(), row)) {
      return NaiveStreams.filtered(plan.where().get(), row);
    }
    if (aggregate.value(row) == null) {
      return new Verdict.NullInput(plan.input().get());
    }
    return aggregate.by(row) == null
        ? new Verdict.NullInput(plan.by().get())
        : new Verdict.Counted();
  }

  /**
   * @param counted the version that counts, or null
   */
  static List<Explanation.Witness> ofSnapshot(
      SnapshotPlan plan, List<SnapshotRow> rows, List<Object> key, long time, SnapshotRow counted) {
    List<Explanation.Witness> witnesses = new ArrayList<>();
    for (SnapshotRow row : rows) {
      boolean own = KeyValues.of(row.key()).equals(KeyValues.of(key));
      Verdict verdict =
          !own
              ? new Verdict.OtherKey(row.key())
              : row == counted
                  ? new Verdict.Counted()
                  : row.validFrom() > time ? new Verdict.TooLate() : new Verdict.Superseded();
      witnesses.add(new Explanation.Witness(plan.name(), row.position(), row.validFrom(), verdict));
    }
    return witnesses;
  }
}
