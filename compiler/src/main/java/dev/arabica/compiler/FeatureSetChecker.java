package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a feature set: which groups it reads, by which of its keys. */
final class FeatureSetChecker {
  private final Declarations declarations;
  private final Map<String, GroupShape> groups;
  private final Damage damage;
  private final Findings findings;

  FeatureSetChecker(
      Declarations declarations, Map<String, GroupShape> groups, Damage damage, Findings findings) {
    this.declarations = declarations;
    this.groups = groups;
    this.damage = damage;
    this.findings = findings;
  }

  FeatureSetPlan check(String packageName, FeatureSetDecl decl) {
    SetColumns columns = new SetColumns(decl, damage, findings);
    KeyBinder binder = new KeyBinder(decl, findings);
    List<FeatureSetPlan.Member> members = new ArrayList<>();
    Set<String> aliases = new HashSet<>();
    boolean allBound = true;
    for (MemberDecl member : decl.members()) {
      checkAlias(member.alias(), aliases);
      Optional<FeatureSetPlan.Member> checked = member(packageName, member, binder, columns);
      checked.ifPresent(members::add);
      allBound &= checked.isPresent();
    }
    if (decl.members().isEmpty() && !damage.isIn(decl.span())) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.name().span(),
          "feature set `" + decl.name().text() + "` reads no group",
          "write a member, as in `items = item_views(item_id).*`");
      allBound = false;
    }
    if (allBound && !damage.isIn(decl.span())) {
      warnOfUnusedKeys(decl, binder);
    }
    return new FeatureSetPlan(
        Declarations.qualify(packageName, decl.name().text()), keys(decl, binder), members);
  }

  private void checkAlias(Name alias, Set<String> aliases) {
    if (!aliases.add(alias.text())) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          alias.span(),
          "the set has two members `" + alias.text() + "`",
          "give one of them another name");
    }
  }

  private Optional<FeatureSetPlan.Member> member(
      String packageName, MemberDecl member, KeyBinder binder, SetColumns columns) {
    Optional<GroupShape> group =
        declarations
            .resolve(
                packageName, member.target().name(), "feature group", List.of(FeaturesDecl.class))
            .map(entry -> groups.get(entry.qualifiedName()));
    if (group.isEmpty()) {
      return Optional.empty();
    }
    List<FeatureSetPlan.Output> outputs = columns.of(member, group.get());
    return binder
        .bind(member, group.get())
        .map(
            keys ->
                new FeatureSetPlan.Member(
                    member.alias().text(), group.get().name(), keys, outputs));
  }

  private void warnOfUnusedKeys(FeatureSetDecl decl, KeyBinder binder) {
    for (Name key : decl.keys()) {
      if (!binder.isUsed(key.text())) {
        findings.warning(
            CompilerCodes.UNUSED_KEY,
            key.span(),
            "no group is read by key `" + key.text() + "`",
            "remove it from the keys of `" + decl.name().text() + "`");
      }
    }
  }

  private static List<FeatureSetPlan.SetKey> keys(FeatureSetDecl decl, KeyBinder binder) {
    return decl.keys().stream()
        .map(Name::text)
        .distinct()
        .map(key -> new FeatureSetPlan.SetKey(key, binder.typeOf(key).orElse(Type.STRING)))
        .toList();
  }
}
