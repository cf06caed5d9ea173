package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.ViewDecl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the streams of the plan: unions, and views with a dedup of their own. */
final class StreamBuilder {
  /** On how many ways the rows of sources may reach a stream. */
  private static final int MOST_WAYS = 1_000;

  private final Inlining inlining;
  private final Findings findings;
  private final List<StreamPlan> streams = new ArrayList<>();
  private final Map<String, Long> ways = new HashMap<>();

  StreamBuilder(Inlining inlining, Findings findings) {
    this.inlining = inlining;
    this.findings = findings;
  }

  /**
   * What the rows of a stream hold.
   *
   * @param columns over a row of its one part, or of the union of its parts
   * @param where over the same row
   */
  record Rows(Scope columns, Optional<Expr> where, Optional<SourcePlan.Dedup> dedup) {}

  /**
   * Adds the stream of a view.
   *
   * @return the name under which it is read; absent if a part of it has an error
   */
  Optional<String> add(String name, ViewDecl decl, List<EventStream> parts, Rows rows) {
    if (parts.stream().anyMatch(part -> part.from().isEmpty())) {
      return Optional.empty();
    }
    List<Type.Field> fields = new ArrayList<>();
    List<Expr> exprs = new ArrayList<>();
    int size = 0;
    for (var entry : rows.columns().columns().entrySet()) {
      Column column = entry.getValue();
      if (column.isStored()) {
        fields.add(column.field(entry.getKey()));
        exprs.add(column.expr().orElseThrow());
        size += column.parts();
      }
    }
    if (!inlining.take(size)) {
      tooLarge(decl);
      return Optional.empty();
    }
    List<StreamPlan.Branch> branches = new ArrayList<>();
    for (EventStream part : parts) {
      branches.add(
          parts.size() == 1
              ? branch(part, rows.where(), exprs)
              : branch(decl, part, rows.where(), exprs));
    }
    checkWays(name, decl, parts);
    streams.add(new StreamPlan(name, branches, fields, rows.dedup()));
    return Optional.of(name);
  }

  /** A branch whose expressions are over a row of the union: each part has its own for them. */
  private StreamPlan.Branch branch(
      ViewDecl decl, EventStream part, Optional<Expr> where, List<Expr> columns) {
    Substitution own = new Substitution(part.columns());
    StreamPlan.Branch branch =
        branch(part, where.map(own::apply), columns.stream().map(own::apply).toList());
    if (own.isTooLarge() || !inlining.take(own.parts())) {
      tooLarge(decl);
    }
    return branch;
  }

  private static StreamPlan.Branch branch(
      EventStream part, Optional<Expr> where, List<Expr> columns) {
    return new StreamPlan.Branch(
        part.from().orElseThrow(), EventStream.both(part.where(), where), columns);
  }

  /** Unions of unions double what they say with each step. */
  private void checkWays(String name, ViewDecl decl, List<EventStream> parts) {
    long ways = 0;
    for (EventStream part : parts) {
      ways += this.ways.getOrDefault(part.from().orElseThrow(), 1L);
    }
    this.ways.put(name, Math.min(ways, MOST_WAYS));
    if (ways > MOST_WAYS) {
      findings.error(
          CompilerCodes.TOO_LARGE,
          decl.name().span(),
          "rows reach this view on more than " + MOST_WAYS + " ways",
          "take what it is made from once, instead of in many views");
    }
  }

  private void tooLarge(ViewDecl decl) {
    findings.error(
        CompilerCodes.TOO_LARGE,
        decl.name().span(),
        "with its lets written out, the view grows too large",
        "write what is used often into the source itself");
  }

  /** The streams that some names lead to, each after those that it reads itself. */
  List<StreamPlan> readBy(Set<String> names) {
    Set<String> read = new HashSet<>(names);
    Deque<StreamPlan> kept = new ArrayDeque<>();
    for (int i = streams.size() - 1; i >= 0; i--) {
      StreamPlan stream = streams.get(i);
      if (read.contains(stream.name())) {
        kept.addFirst(stream);
        stream.branches().forEach(branch -> read.add(branch.from()));
      }
    }
    return List.copyOf(kept);
  }
}
