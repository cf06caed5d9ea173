package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.dsl.ast.LetDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.ViewDecl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a view over what it is made from. A plain view is written out where it is used; a union,
 * or a view with a dedup of its own, is a stream of the plan.
 */
final class ViewChecker {
  private final Damage damage;
  private final Inlining inlining;
  private final Findings findings;
  private final StreamBuilder streams;
  private final List<LetDecl> lets = new ArrayList<>();

  ViewChecker(StreamBuilder streams, Damage damage, Inlining inlining, Findings findings) {
    this.streams = streams;
    this.damage = damage;
    this.inlining = inlining;
    this.findings = findings;
  }

  /** The lets without an error. */
  List<LetDecl> lets() {
    return lets;
  }

  /**
   * What a view gives.
   *
   * @param name its qualified name
   * @param parts the events of each stream it is made from
   */
  EventStream check(String name, ViewDecl decl, List<EventStream> parts) {
    boolean isUnion = parts.size() > 1;
    Scope row = isUnion ? union(decl, parts) : parts.get(0).columns();
    Scope columns = row.extendedBy(decl.span());
    decl.lets().forEach(let -> let(let, columns));
    Optional<Expr> where = decl.where().flatMap(exprs(columns)::checkCondition);
    if (decl.dedup().isPresent()) {
      Scope rows = rows(columns);
      Optional<SourcePlan.Dedup> dedup =
          new DedupChecker(exprs(rows), findings).check(decl.dedup().get());
      Optional<String> from =
          streams.add(name, decl, parts, new StreamBuilder.Rows(columns, where, dedup));
      return new EventStream(from, rows, Optional.empty());
    }
    if (isUnion) {
      Optional<String> from =
          streams.add(
              name, decl, parts, new StreamBuilder.Rows(row, Optional.empty(), Optional.empty()));
      return new EventStream(from, columns, where);
    }
    EventStream base = parts.get(0);
    return new EventStream(base.from(), columns, EventStream.both(base.where(), where));
  }

  private ExprChecker exprs(Scope columns) {
    return new ExprChecker(columns, inlining, findings);
  }

  private Scope union(ViewDecl decl, List<EventStream> parts) {
    Set<String> seen = new HashSet<>();
    for (Name from : decl.from()) {
      if (!seen.add(from.text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            from.span(),
            "`" + from.text() + "` stands twice in the union",
            "every row of it would count twice");
      }
    }
    Scope row =
        UnionColumns.of(decl.from(), parts.stream().map(EventStream::columns).toList(), damage);
    if (row.names().isEmpty() && parts.stream().allMatch(part -> part.from().isPresent())) {
      findings.error(
          CompilerCodes.UNKNOWN_COLUMN,
          decl.name().span(),
          "the parts of the union have no column in common",
          "its columns are those that all parts have, each of one type");
    }
    return row;
  }

  private void let(LetDecl let, Scope columns) {
    ExprChecker exprs = exprs(columns);
    Optional<Expr> value = exprs.check(let.value());
    String name = let.name().text();
    if (columns.has(name)) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          let.name().span(),
          "`" + name + "` is a column already",
          "give the let another name");
    } else {
      columns.add(name, Column.of(let, value, value.isPresent() ? exprs.parts() : 1));
      value.ifPresent(v -> lets.add(let));
    }
  }

  /** What others see of a stream's columns: no more how they come about. */
  private Scope rows(Scope columns) {
    Scope rows = Scope.over(List.of(columns), damage);
    columns.columns().forEach((name, column) -> rows.add(name, column.ofRow(name)));
    return rows;
  }
}
