package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.dsl.ast.LetDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.SourceDecl;
import dev.arabica.dsl.ast.ViewDecl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks sources and the views over them, each once, following references. */
final class StreamResolver {
  private static final int MOST_VIEWS = 100;

  private final Declarations declarations;
  private final Damage damage;
  private final Inlining inlining;
  private final Findings findings;
  private final SourceChecker sourceChecker;
  private final Map<String, SourceChecker.Checked> sources = new LinkedHashMap<>();
  private final Map<String, EventStream> views = new LinkedHashMap<>();
  private final Set<String> opened = new HashSet<>();
  private final List<LetDecl> lets = new ArrayList<>();
  private int depth;

  StreamResolver(Declarations declarations, Damage damage, Inlining inlining, Findings findings) {
    this.declarations = declarations;
    this.damage = damage;
    this.inlining = inlining;
    this.findings = findings;
    this.sourceChecker = new SourceChecker(damage, inlining, findings);
  }

  /** Checks every source and view, used or not. */
  void checkAll() {
    declarations.all(SourceDecl.class).forEach(this::source);
    declarations.all(ViewDecl.class).forEach(this::view);
  }

  /** The sources without an error. */
  List<SourcePlan> sources() {
    return sources.values().stream().flatMap(source -> source.plan().stream()).toList();
  }

  /** The lets without an error. */
  List<LetDecl> lets() {
    return lets;
  }

  /** The events behind the name of a source or a view. */
  EventStream stream(String packageName, Name from) {
    Optional<Declarations.Entry> entry =
        declarations.resolve(
            packageName, from, "source or view", List.of(SourceDecl.class, ViewDecl.class));
    if (entry.isEmpty()) {
      return EventStream.unknown(damage);
    }
    return entry.get().decl() instanceof SourceDecl ? source(entry.get()) : view(entry.get());
  }

  private EventStream source(Declarations.Entry entry) {
    String name = entry.qualifiedName();
    if (!sources.containsKey(name)) {
      sources.put(name, sourceChecker.check(entry.packageName(), (SourceDecl) entry.decl()));
    }
    SourceChecker.Checked source = sources.get(name);
    return new EventStream(source.plan(), source.columns(), Optional.empty());
  }

  private EventStream view(Declarations.Entry entry) {
    String name = entry.qualifiedName();
    ViewDecl decl = (ViewDecl) entry.decl();
    if (views.containsKey(name)) {
      return views.get(name);
    }
    if (!opened.add(name)) {
      findings.error(
          CompilerCodes.CYCLE,
          decl.from().get(0).span(),
          "view `" + decl.name().text() + "` is made from itself");
      return EventStream.unknown(damage);
    }
    EventStream view = view(decl, base(entry.packageName(), decl));
    views.put(name, view);
    return view;
  }

  private EventStream base(String packageName, ViewDecl decl) {
    if (depth == MOST_VIEWS) {
      findings.error(
          CompilerCodes.TOO_LARGE,
          decl.from().get(0).span(),
          "more than " + MOST_VIEWS + " views stand one on the other");
      return EventStream.unknown(damage);
    }
    depth++;
    EventStream base = stream(packageName, decl.from().get(0));
    depth--;
    return base;
  }

  private EventStream view(ViewDecl decl, EventStream base) {
    Scope columns = base.columns().extendedBy(decl.span());
    for (LetDecl let : decl.lets()) {
      let(let, columns);
    }
    ExprChecker exprs = new ExprChecker(columns, inlining, findings);
    Optional<Expr> where = decl.where().flatMap(exprs::checkCondition);
    return new EventStream(base.source(), columns, EventStream.both(base.where(), where));
  }

  private void let(LetDecl let, Scope columns) {
    ExprChecker exprs = new ExprChecker(columns, inlining, findings);
    Optional<Expr> value = exprs.check(let.value());
    String name = let.name().text();
    if (columns.find(name).isPresent()) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          let.name().span(),
          "`" + name + "` is a column already",
          "give the let another name");
    } else {
      int parts = value.isPresent() ? exprs.parts() : 1;
      columns.add(name, new Scope.Column(value, parts, Optional.of(let)));
      value.ifPresent(v -> lets.add(let));
    }
  }
}
