package dev.arabica.compiler;

import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.DeriveDecl;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.LabelDecl;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Checks a feature set: its members, what is derived from them, its labels. */
final class FeatureSetChecker {
  private final Readables readables;
  private final StreamResolver streams;
  private final Inlining inlining;
  private final Damage damage;
  private final Findings findings;

  FeatureSetChecker(
      Readables readables,
      StreamResolver streams,
      Inlining inlining,
      Damage damage,
      Findings findings) {
    this.readables = readables;
    this.streams = streams;
    this.inlining = inlining;
    this.damage = damage;
    this.findings = findings;
  }

  CheckedSet check(String packageName, FeatureSetDecl decl) {
    SetColumns columns = new SetColumns(decl, findings);
    KeySources sources = new KeySources(decl, columns, findings);
    List<FeatureSetPlan.Member> members = members(packageName, decl, columns, sources);
    Scope scope = scope(decl, columns);
    List<Derived> derived = derived(decl, columns, scope);
    List<CheckedModel.Label> labels = labels(packageName, decl, columns, sources);
    boolean isWhole =
        members.size() == decl.members().size() && labels.size() == decl.labels().size();
    if (isWhole && !decl.members().isEmpty() && !damage.isIn(decl.span())) {
      warnOfUnusedKeys(decl, sources);
    }
    String name = Declarations.qualify(packageName, decl.name().text());
    FeatureSetPlan plan =
        new FeatureSetPlan(name, keys(decl, sources), members, derived, List.of());
    addKeys(decl, scope, sources);
    return new CheckedSet(decl, plan, labels, scope, columns.types());
  }

  /** A model may be fed the keys too, which no derive of the set reads. */
  private static void addKeys(FeatureSetDecl decl, Scope scope, KeySources sources) {
    for (Name key : decl.keys()) {
      if (!scope.has(key.text())) {
        scope.addValue(key.text(), sources.typeOf(key.text()));
      }
    }
  }

  /**
   * The members without an error. What the request brings is known before anything is read, so it
   * may stand below what is read by it.
   */
  private List<FeatureSetPlan.Member> members(
      String packageName, FeatureSetDecl decl, SetColumns columns, KeySources sources) {
    MemberChecker checker =
        new MemberChecker(
            packageName, readables, columns, new KeyBinder(sources, findings), damage, findings);
    FeatureSetPlan.Member[] members = new FeatureSetPlan.Member[decl.members().size()];
    for (boolean requests : new boolean[] {true, false}) {
      for (int i = 0; i < members.length; i++) {
        MemberDecl member = decl.members().get(i);
        if (member.target().keys().isEmpty() == requests) {
          members[i] = checker.check(member).orElse(null);
        }
      }
    }
    if (members.length == 0 && !damage.isIn(decl.span())) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.name().span(),
          "feature set `" + decl.name().text() + "` reads no group",
          "write a member, as in `items = item_views(item_id).*`");
    }
    return Arrays.stream(members).filter(Objects::nonNull).toList();
  }

  private Scope scope(FeatureSetDecl decl, SetColumns columns) {
    Scope scope = columns.scope(decl.span(), damage);
    for (Name key : decl.keys()) {
      refuse(key.text(), "a key of the set, and no column of it", scope);
    }
    for (LabelDecl label : decl.labels()) {
      refuse(label.name().text(), "a label, which only training knows", scope);
    }
    return scope;
  }

  private static void refuse(String name, String what, Scope scope) {
    if (scope.find(name).isEmpty()) {
      scope.add(
          name,
          Column.refused(
              new Column.Objection(
                  CompilerCodes.UNKNOWN_COLUMN,
                  "`" + name + "` is " + what,
                  "read a column of a member, as in `alias.feature`")));
    }
  }

  private List<Derived> derived(FeatureSetDecl decl, SetColumns columns, Scope scope) {
    List<Derived> derived =
        new DeriveChecker(scope, inlining, findings).check("the set", decl.derives());
    for (DeriveDecl derive : decl.derives()) {
      String name = derive.name().text();
      // One that has the name of another column has been reported.
      if (!columns.has(name)) {
        columns.addOwn(derive.name(), scope.find(name).flatMap(Column::type));
      }
    }
    return derived;
  }

  private List<CheckedModel.Label> labels(
      String packageName, FeatureSetDecl decl, SetColumns columns, KeySources sources) {
    LabelChecker checker = new LabelChecker(packageName, streams, inlining, sources, findings);
    List<CheckedModel.Label> labels = new ArrayList<>();
    for (LabelDecl label : decl.labels()) {
      LabelChecker.Checked checked = checker.check(label);
      columns.addOwn(label.name(), checked.type());
      checked.label().ifPresent(labels::add);
    }
    return labels;
  }

  private void warnOfUnusedKeys(FeatureSetDecl decl, KeySources sources) {
    for (Name key : decl.keys()) {
      if (!sources.isUsed(key.text())) {
        findings.warning(
            CompilerCodes.UNUSED_KEY,
            key.span(),
            "nothing is read by key `" + key.text() + "`",
            "remove it from the keys of `" + decl.name().text() + "`");
      }
    }
  }

  private static List<FeatureSetPlan.SetKey> keys(FeatureSetDecl decl, KeySources sources) {
    return decl.keys().stream()
        .map(Name::text)
        .distinct()
        .map(key -> new FeatureSetPlan.SetKey(key, sources.typeOf(key).orElse(Type.STRING)))
        .toList();
  }
}
