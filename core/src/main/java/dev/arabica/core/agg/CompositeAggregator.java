package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.UnsupportedPlanException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All aggregates of a pack as one: a product of monoids is a monoid. Engines see only this. Its
 * bytes are, for each aggregate in order, a version byte and the aggregate's own bytes; then a
 * CRC-32C of all that, so that no flipped bit makes a wrong value.
 *
 * <p>Filters are applied, nulls and NaN skipped here, so that no aggregate has to. An instance
 * belongs to one thread, but for {@link #combine(Rep, Rep)} and {@link #encode(Rep)}, which keep
 * nothing in it.
 */
public final class CompositeAggregator {
  private final Layout layout;
  private final List<Member> members;
  private final PackCode code;
  private final Input input = new Input();

  private CompositeAggregator(Layout layout, List<Member> members) {
    this.layout = layout;
    this.members = members;
    this.code = PackCompiler.compile(members);
  }

  /**
   * One aggregate of a pack.
   *
   * @param version the byte in front of its reps
   * @param where its filter; null for none, and so below, and where there are no rows
   * @param value its input
   * @param by what that is ordered, told apart or grouped by
   */
  record Member(
      String name,
      int version,
      Aggregator aggregator,
      Evaluator where,
      Evaluator value,
      Evaluator by) {}

  /**
   * For taking in rows of a source.
   *
   * @throws UnsupportedPlanException if this build has no code for one of the aggregates
   */
  public static CompositeAggregator bind(GroupPlan.Pack pack, RowType rowType) {
    return bind(pack, rowType, AggregateCode.OF_THIS_BUILD);
  }

  static CompositeAggregator bind(GroupPlan.Pack pack, RowType rowType, AggregateCode code) {
    return of(pack, to(rowType), code);
  }

  /**
   * For combining and finishing stored reps, where there are no rows.
   *
   * @throws UnsupportedPlanException if this build has no code for one of the aggregates
   */
  public static CompositeAggregator forReps(GroupPlan.Pack pack) {
    return of(pack, expr -> null, AggregateCode.OF_THIS_BUILD);
  }

  /**
   * A pack of one aggregate that the language need not know, for taking in rows of a source.
   *
   * @param call its name, version, input, by and filter; its function and parameters are of no
   *     meaning
   * @param code makes it, with its places in a rep
   */
  public static CompositeAggregator ofOne(
      GroupPlan.Aggregate call, Function<Layout, Aggregator> code, RowType rowType) {
    Layout layout = new Layout();
    Member member = member(call, code.apply(layout), to(rowType));
    return new CompositeAggregator(layout, List.of(member));
  }

  private interface Binding {
    Evaluator bind(Optional<Expr> expr);
  }

  private static Binding to(RowType rowType) {
    Map<Expr, Evaluator> bound = new HashMap<>();
    return expr ->
        expr.map(e -> bound.computeIfAbsent(e, x -> Evaluators.compile(x, rowType))).orElse(null);
  }

  private static CompositeAggregator of(GroupPlan.Pack pack, Binding binding, AggregateCode code) {
    Layout layout = new Layout();
    List<Member> members = new ArrayList<>();
    for (GroupPlan.Aggregate aggregate : pack.aggregates()) {
      members.add(member(aggregate, code.bind(aggregate, layout), binding));
    }
    return new CompositeAggregator(layout, members);
  }

  private static Member member(GroupPlan.Aggregate call, Aggregator aggregator, Binding binding) {
    return new Member(
        call.name(),
        call.codecVersion(),
        aggregator,
        binding.bind(call.where()),
        binding.bind(call.input()),
        binding.bind(call.by()));
  }

  /** A rep of no events, owned by the caller. */
  public Rep identity() {
    return layout.newRep();
  }

  /** Takes one event in; the row is of the type given to {@link #bind}. */
  public void add(Rep rep, Row row, long eventTime, long idHigh, long idLow) {
    input.at(eventTime, idHigh, idLow);
    code.add(rep, row, input);
  }

  /** Makes {@code target} the rep of both; {@code other} stays as it was. */
  public void combine(Rep target, Rep other) {
    code.combine(target, other);
  }

  /**
   * Makes {@code target} the rep of itself and one that {@link #encode(Rep)} wrote, which takes up
   * the rest of the input. Allocates nothing where its aggregates do not.
   *
   * @throws CorruptBytesException naming the aggregate whose bytes cannot be read; {@code target}
   *     is then of no use
   */
  public void combineEncoded(Rep target, ByteReader other) {
    int start = other.position();
    other.expectChecksum();
    try {
      code.combineEncoded(target, other);
      other.expectEnd();
    } catch (CorruptBytesException e) {
      throw new CorruptBytesException(culprit(other.from(start)) + e.getMessage(), e);
    }
  }

  /** Reads once more, aggregate by aggregate, to tell which of them cannot be read. */
  private String culprit(ByteReader in) {
    Rep rep = identity();
    for (Member member : members) {
      try {
        PackCode.Compiled.expectVersion(in, member.version);
        member.aggregator.combineEncoded(rep, in);
      } catch (CorruptBytesException e) {
        return "rep of `" + member.name + "`: ";
      }
    }
    return "";
  }

  /** Whether no aggregate has taken anything in. */
  public boolean isEmpty(Rep rep) {
    return members.stream().allMatch(member -> member.aggregator.isEmpty(rep));
  }

  /** Whether nothing contributed to one aggregate. */
  public boolean isEmpty(Rep rep, int aggregate) {
    return members.get(aggregate).aggregator.isEmpty(rep);
  }

  /**
   * Writes the value of one aggregate over a window. To be called by the window assembler alone.
   */
  public FeatureStatus finish(Rep rep, int aggregate, Window window, Row out, int column) {
    return code.finish(rep, aggregate, window, out, column);
  }

  public byte[] encode(Rep rep) {
    ByteWriter out = new ByteWriter(64);
    encode(rep, out);
    return out.toByteArray();
  }

  public void encode(Rep rep, ByteWriter out) {
    int start = out.size();
    code.encode(rep, out);
    out.writeChecksum(start);
  }

  public Rep decode(byte[] bytes) {
    return decode(new ByteReader(bytes));
  }

  /**
   * Reads a rep up to the end of the input.
   *
   * @throws CorruptBytesException naming the aggregate whose bytes cannot be read
   */
  public Rep decode(ByteReader in) {
    Rep rep = identity();
    combineEncoded(rep, in);
    return rep;
  }

  /** How many inputs were NaN and skipped since this instance was made. */
  public long skippedNaN() {
    return code.skippedNaN();
  }
}
