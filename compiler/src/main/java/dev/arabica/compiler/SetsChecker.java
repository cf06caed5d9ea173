package dev.arabica.compiler;

import dev.arabica.core.plan.ModelPlan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.ModelDecl;
import dev.arabica.dsl.ast.RequestDecl;
import dev.arabica.dsl.ast.SnapshotDecl;
import dev.arabica.dsl.ast.TestDecl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks what reads groups, and what is read beside them: snapshots, requests, sets, models. */
final class SetsChecker {
  private final Declarations declarations;
  private final StreamResolver streams;
  private final Inlining inlining;
  private final Damage damage;
  private final Findings findings;
  private final Readables readables;
  private final List<SnapshotPlan> snapshots = new ArrayList<>();
  private final List<RequestPlan> requests = new ArrayList<>();
  private final Map<String, CheckedSet> sets = new LinkedHashMap<>();

  SetsChecker(
      Declarations declarations,
      StreamResolver streams,
      Inlining inlining,
      Damage damage,
      Findings findings) {
    this.declarations = declarations;
    this.streams = streams;
    this.inlining = inlining;
    this.damage = damage;
    this.findings = findings;
    this.readables = new Readables(declarations);
  }

  /** All of them, to be used only if there is no error. */
  record Checked(
      List<SnapshotPlan> snapshots,
      List<RequestPlan> requests,
      List<CheckedModel.FeatureSet> featureSets,
      List<ModelPlan> models,
      List<SpecTest> tests) {}

  Checked check(Collection<GroupShape> groups) {
    groups.forEach(group -> readables.add(Readable.of(group)));
    declarations.all(SnapshotDecl.class).forEach(this::snapshot);
    declarations.all(RequestDecl.class).forEach(this::request);
    declarations.all(FeatureSetDecl.class).forEach(this::featureSet);
    return new Checked(
        snapshots,
        requests,
        sets.values().stream()
            .map(set -> new CheckedModel.FeatureSet(set.plan(), set.labels()))
            .toList(),
        models(),
        tests());
  }

  private void snapshot(Declarations.Entry entry) {
    SnapshotChecker.Checked checked =
        new SnapshotChecker(damage, findings)
            .check(entry.qualifiedName(), (SnapshotDecl) entry.decl());
    snapshots.add(checked.plan());
    readables.add(checked.readable());
  }

  private void request(Declarations.Entry entry) {
    RequestChecker.Checked checked =
        new RequestChecker(damage, findings)
            .check(entry.qualifiedName(), (RequestDecl) entry.decl());
    requests.add(checked.plan());
    readables.add(checked.readable());
  }

  private void featureSet(Declarations.Entry entry) {
    FeatureSetChecker checker =
        new FeatureSetChecker(readables, streams, inlining, damage, findings);
    sets.put(
        entry.qualifiedName(), checker.check(entry.packageName(), (FeatureSetDecl) entry.decl()));
  }

  private List<ModelPlan> models() {
    ScoringModelChecker checker =
        new ScoringModelChecker(declarations, sets, inlining, damage, findings);
    return declarations.all(ModelDecl.class).stream()
        .map(entry -> checker.check(entry.packageName(), (ModelDecl) entry.decl()))
        .toList();
  }

  private List<SpecTest> tests() {
    TestChecker checker =
        new TestChecker(declarations, tables(), subjects(), inlining, damage, findings);
    return declarations.all(TestDecl.class).stream()
        .map(entry -> checker.check(entry.packageName(), (TestDecl) entry.decl()))
        .toList();
  }

  private Map<String, TestTable> tables() {
    Map<String, TestTable> tables = new HashMap<>();
    for (SourcePlan source : streams.sources()) {
      Scope columns = streams.columns(source.name());
      tables.put(source.name(), TestTable.of(source, failed(columns.types(), columns::mayHide)));
    }
    for (SnapshotPlan snapshot : snapshots) {
      tables.put(snapshot.name(), TestTable.of(snapshot, failed(readables.get(snapshot.name()))));
    }
    for (RequestPlan request : requests) {
      tables.put(request.name(), TestTable.of(request, failed(readables.get(request.name()))));
    }
    return tables;
  }

  private Predicate<String> failed(Readable readable) {
    Map<String, Optional<Type>> types = new HashMap<>(readable.columns());
    types.putAll(readable.keys());
    return failed(types, name -> damage.mayHide(name, readable.declaration()));
  }

  /** Which names are declared, with an error, or may be. */
  private static Predicate<String> failed(
      Map<String, Optional<Type>> types, Predicate<String> mayHide) {
    return name -> types.containsKey(name) || mayHide.test(name);
  }

  private Map<String, TestSubject> subjects() {
    Map<String, TestSubject> subjects = new HashMap<>();
    readables.groups().forEach(group -> subjects.put(group.name(), TestSubject.of(group, damage)));
    sets.forEach((name, set) -> subjects.put(name, TestSubject.of(set)));
    return subjects;
  }
}
