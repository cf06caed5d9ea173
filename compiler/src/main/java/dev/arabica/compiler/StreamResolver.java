package dev.arabica.compiler;

import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.dsl.ast.LetDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.SourceDecl;
import dev.arabica.dsl.ast.ViewDecl;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Findings findings;
  private final SourceChecker sourceChecker;
  private final StreamBuilder streams;
  private final ViewChecker viewChecker;
  private final Map<String, SourceChecker.Checked> sources = new LinkedHashMap<>();
  private final Map<String, EventStream> views = new LinkedHashMap<>();
  private final Set<String> opened = new HashSet<>();

  /** What each view that is being checked is followed to at the moment. */
  private final Map<String, Name> following = new HashMap<>();

  private int depth;

  StreamResolver(Declarations declarations, Damage damage, Inlining inlining, Findings findings) {
    this.declarations = declarations;
    this.damage = damage;
    this.findings = findings;
    this.sourceChecker = new SourceChecker(damage, inlining, findings);
    this.streams = new StreamBuilder(inlining, findings);
    this.viewChecker = new ViewChecker(streams, damage, inlining, findings);
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

  /** The columns of a source, those with an error too. */
  Scope columns(String source) {
    return sources.get(source).columns();
  }

  /** The streams that some names lead to: of groups, and of labels. */
  List<StreamPlan> streams(Set<String> read) {
    return streams.readBy(read);
  }

  /** The lets without an error. */
  List<LetDecl> lets() {
    return viewChecker.lets();
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
    return new EventStream(source.plan().map(SourcePlan::name), source.columns(), Optional.empty());
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
          following.get(name).span(),
          "view `" + decl.name().text() + "` is made from itself");
      return EventStream.unknown(damage);
    }
    EventStream view = viewChecker.check(name, decl, parts(entry, decl));
    views.put(name, view);
    return view;
  }

  private List<EventStream> parts(Declarations.Entry view, ViewDecl decl) {
    if (depth == MOST_VIEWS) {
      findings.error(
          CompilerCodes.TOO_LARGE,
          decl.from().get(0).span(),
          "more than " + MOST_VIEWS + " views stand one on the other");
      return List.of(EventStream.unknown(damage));
    }
    depth++;
    List<EventStream> parts = new ArrayList<>();
    for (Name from : decl.from()) {
      following.put(view.qualifiedName(), from);
      parts.add(stream(view.packageName(), from));
    }
    depth--;
    return parts;
  }
}
