package dev.arabica.testkit;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.testkit.AggregatorLaws.Outcome;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pack of one aggregate: rows with its input, its by and whether they are kept go in. */
class PackUnderTest {
  static final String NAME = "under_test";
  static final int VERSION = GroupPlan.Aggregate.FIRST_VERSION;

  private static final Window WINDOW = new Window(0, 1_000_000);
  private static final String KEEP = "keep";
  private static final String INPUT = "x";
  private static final String BY = "y";

  private final Signature signature;
  private final RowType rowType;
  private final CompositeAggregator pack;

  PackUnderTest(Signature signature) {
    this.signature = signature;
    this.rowType = rowType(signature);
    GroupPlan.Aggregate call =
        new GroupPlan.Aggregate(
            "id",
            NAME,
            NAME,
            column(INPUT, signature.inputType()),
            column(BY, signature.byType()),
            column(KEEP, Type.BOOL),
            Map.of());
    this.pack = CompositeAggregator.ofOne(call, signature.code(), rowType);
  }

  private static RowType rowType(Signature signature) {
    List<Type.Field> fields = new ArrayList<>();
    fields.add(new Type.Field(KEEP, Type.BOOL, true));
    if (signature.inputType() != null) {
      fields.add(new Type.Field(INPUT, signature.inputType(), true));
    }
    if (signature.byType() != null) {
      fields.add(new Type.Field(BY, signature.byType(), true));
    }
    return new RowType(fields);
  }

  private static Optional<Expr> column(String name, Type typeOrNull) {
    return Optional.ofNullable(typeOrNull).map(type -> new Expr.Column(name, type));
  }

  Rep identity() {
    return pack.identity();
  }

  /**
   * Takes in a row.
   *
   * @param keep what its filter makes of it: null is not true
   */
  void add(Rep rep, Sample sample, Boolean keep) {
    Row row = new Row(rowType);
    row.setValue(0, keep);
    if (signature.inputType() != null) {
      row.setValue(rowType.indexOf(INPUT), sample.value());
    }
    if (signature.byType() != null) {
      row.setValue(rowType.indexOf(BY), sample.by());
    }
    pack.add(rep, row, sample.eventTime(), sample.idHigh(), sample.idLow());
  }

  long skippedNaN() {
    return pack.skippedNaN();
  }

  Outcome finish(Rep rep) {
    Row out = new Row(new RowType(List.of(new Type.Field("value", signature.resultType(), true))));
    FeatureStatus status = pack.finish(rep, 0, WINDOW, out, 0);
    return new Outcome(out.getValue(0), status);
  }

  byte[] encode(Rep rep) {
    return pack.encode(rep);
  }

  Rep decode(byte[] bytes) {
    return pack.decode(bytes);
  }
}
