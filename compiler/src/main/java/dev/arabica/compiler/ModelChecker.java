package dev.arabica.compiler;

import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.LetDecl;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks every declaration: sources, the views over them, groups, and what reads these. */
final class ModelChecker {
  private final Declarations declarations;
  private final Damage damage;
  private final Findings findings;
  private final Inlining inlining = new Inlining();
  private final StreamResolver streams;
  private final Map<String, GroupShape> groups = new LinkedHashMap<>();

  ModelChecker(Declarations declarations, Damage damage, Findings findings) {
    this.declarations = declarations;
    this.damage = damage;
    this.findings = findings;
    this.streams = new StreamResolver(declarations, damage, inlining, findings);
  }

  CheckedModel check() {
    streams.checkAll();
    declarations.all(FeaturesDecl.class).forEach(this::group);
    SetsChecker.Checked sets =
        new SetsChecker(declarations, streams, inlining, damage, findings).check(groups.values());
    if (!damage.isAny()) {
      warnOfUnusedLets();
    }
    declarations.warnOfUnusedImports();
    if (!findings.hasErrors()) {
      ServedFeatures.warn(sets.featureSets(), groups.values(), findings);
    }
    List<CheckedModel.Group> checkedGroups =
        groups.values().stream().flatMap(group -> group.checked().stream()).toList();
    return new CheckedModel(
        streams.sources(),
        streams.streams(read(checkedGroups, sets.featureSets())),
        checkedGroups,
        sets.snapshots(),
        sets.requests(),
        sets.featureSets(),
        sets.models(),
        sets.tests());
  }

  /** The sources and streams that groups and labels read. */
  private static Set<String> read(
      List<CheckedModel.Group> groups, List<CheckedModel.FeatureSet> sets) {
    Set<String> read = new HashSet<>();
    groups.forEach(group -> read.add(group.from()));
    sets.forEach(set -> set.labels().forEach(label -> read.add(label.from())));
    return read;
  }

  private void group(Declarations.Entry entry) {
    FeaturesDecl decl = (FeaturesDecl) entry.decl();
    EventStream stream = streams.stream(entry.packageName(), decl.from());
    GroupChecker checker = new GroupChecker(stream, inlining, damage, findings);
    groups.put(entry.qualifiedName(), checker.check(entry.qualifiedName(), decl));
  }

  private void warnOfUnusedLets() {
    for (LetDecl let : streams.lets()) {
      if (!inlining.isUsed(let)) {
        findings.warning(
            CompilerCodes.UNUSED_LET,
            let.name().span(),
            "nothing uses `" + let.name().text() + "`",
            "remove the let, or use it in a feature");
      }
    }
  }
}
