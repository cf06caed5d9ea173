package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.KeyBinding;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a feature set: which groups it reads, with which of its keys, and what its columns are
 * called.
 */
final class FeatureSetChecker {
  private final Declarations declarations;
  private final Map<String, CheckedModel.Group> groups;
  private final Findings findings;

  FeatureSetChecker(
      Declarations declarations, Map<String, CheckedModel.Group> groups, Findings findings) {
    this.declarations = declarations;
    this.groups = groups;
    this.findings = findings;
  }

  FeatureSetPlan check(String packageName, FeatureSetDecl decl) {
    Map<String, Type> keyTypes = new LinkedHashMap<>();
    Set<String> keys = new HashSet<>();
    for (Name key : decl.keys()) {
      if (!keys.add(key.text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE, key.span(), "key `" + key.text() + "` stands twice");
      }
      keyTypes.put(key.text(), null);
    }
    List<FeatureSetPlan.Member> members = new ArrayList<>();
    Set<String> columns = new HashSet<>(keyTypes.keySet());
    for (MemberDecl member : decl.members()) {
      member(packageName, decl, member, keyTypes, columns).ifPresent(members::add);
    }
    return new FeatureSetPlan(
        Declarations.qualify(packageName, decl.name().text()), setKeys(decl, keyTypes), members);
  }

  private List<FeatureSetPlan.SetKey> setKeys(FeatureSetDecl decl, Map<String, Type> keyTypes) {
    List<FeatureSetPlan.SetKey> keys = new ArrayList<>();
    for (Name key : decl.keys()) {
      Type type = keyTypes.get(key.text());
      if (type == null) {
        findings.warning(
            CompilerCodes.UNUSED_KEY,
            key.span(),
            "no group is read by key `" + key.text() + "`",
            "remove it from the keys of `" + decl.name().text() + "`");
      }
      keys.add(new FeatureSetPlan.SetKey(key.text(), type == null ? Type.STRING : type));
    }
    return keys;
  }

  private Optional<FeatureSetPlan.Member> member(
      String packageName,
      FeatureSetDecl decl,
      MemberDecl member,
      Map<String, Type> keyTypes,
      Set<String> columns) {
    Optional<CheckedModel.Group> group =
        declarations
            .resolve(packageName, member.group(), "feature group", List.of(FeaturesDecl.class))
            .map(entry -> groups.get(entry.qualifiedName()));
    if (group.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<String>> keys = bind(decl, member, group.get(), keyTypes);
    List<FeatureSetPlan.Output> outputs = outputs(member, group.get());
    for (FeatureSetPlan.Output output : outputs) {
      if (!columns.add(output.column())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            member.alias().span(),
            "the set has two columns `" + output.column() + "`",
            "give the member another name");
      }
    }
    return keys.map(
        k -> new FeatureSetPlan.Member(member.alias().text(), group.get().name(), k, outputs));
  }

  /** For each key of the group, the set key that fills it. */
  private Optional<List<String>> bind(
      FeatureSetDecl decl,
      MemberDecl member,
      CheckedModel.Group group,
      Map<String, Type> keyTypes) {
    Map<String, Name> bound = new LinkedHashMap<>();
    List<String> groupKeys = group.keys().stream().map(GroupPlan.Key::name).toList();
    boolean failed = false;
    for (KeyBinding binding : member.keys()) {
      failed |= !bind(binding, groupKeys, keyTypes.keySet(), bound);
    }
    for (String key : groupKeys) {
      if (!failed && !bound.containsKey(key)) {
        findings.error(
            CompilerCodes.BAD_KEY_BINDING,
            member.group().span(),
            "group `" + member.group().text() + "` is keyed by `" + key + "`, which is not bound",
            "write `"
                + member.group().text()
                + "("
                + String.join(", ", groupKeys)
                + ")`, or `"
                + key
                + ": ` and a key of the set");
        failed = true;
      }
    }
    return failed ? Optional.empty() : typed(member, group, bound, keyTypes);
  }

  private boolean bind(
      KeyBinding binding, List<String> groupKeys, Set<String> setKeys, Map<String, Name> bound) {
    if (!(binding.value() instanceof NameExpr value)) {
      findings.error(
          CompilerCodes.NOT_SUPPORTED,
          binding.value().span(),
          "a key comes from the keys of the set, not yet from a feature");
      return false;
    }
    String groupKey = binding.groupKey().text();
    boolean alone = binding.groupKey().equals(value.name());
    if (alone && groupKeys.size() == 1) {
      // A single key needs no name: `person_activity(author_id)`.
      groupKey = groupKeys.get(0);
    }
    return known(binding.groupKey(), groupKey, groupKeys, "the group has no key")
        && known(value.name(), value.name().text(), setKeys, "the set has no key")
        && bindOnce(binding, groupKey, value.name(), bound);
  }

  private boolean bindOnce(
      KeyBinding binding, String groupKey, Name value, Map<String, Name> bound) {
    if (bound.putIfAbsent(groupKey, value) == null) {
      return true;
    }
    findings.error(
        CompilerCodes.DECLARED_TWICE, binding.span(), "key `" + groupKey + "` is bound twice");
    return false;
  }

  private boolean known(Name at, String name, java.util.Collection<String> names, String message) {
    if (names.contains(name)) {
      return true;
    }
    findings.error(
        CompilerCodes.BAD_KEY_BINDING,
        at.span(),
        message + " `" + name + "`",
        Suggestions.hint(name, names).or(() -> Optional.of("there is " + Findings.listing(names))));
    return false;
  }

  private Optional<List<String>> typed(
      MemberDecl member,
      CheckedModel.Group group,
      Map<String, Name> bound,
      Map<String, Type> keyTypes) {
    List<String> keys = new ArrayList<>();
    for (GroupPlan.Key key : group.keys()) {
      Name setKey = bound.get(key.name());
      Type type = key.expr().type();
      Type known = keyTypes.putIfAbsent(setKey.text(), type);
      if (known != null && !known.equals(type)) {
        findings.error(
            CompilerCodes.WRONG_TYPE,
            setKey.span(),
            "key `"
                + setKey.text()
                + "` is of type "
                + known
                + " in another group, and `"
                + member.group().text()
                + "` wants "
                + type);
        return Optional.empty();
      }
      keys.add(setKey.text());
    }
    return Optional.of(keys);
  }

  private List<FeatureSetPlan.Output> outputs(MemberDecl member, CheckedModel.Group group) {
    List<String> known = group.features().stream().map(CheckedModel.Feature::name).toList();
    List<FeatureSetPlan.Output> outputs = new ArrayList<>();
    if (member.selection() instanceof Selection.One one) {
      if (checkFeature(one.feature(), known)) {
        outputs.add(new FeatureSetPlan.Output(member.alias().text(), one.feature().text()));
      }
    } else if (member.selection() instanceof Selection.Several several) {
      several.features().stream()
          .filter(feature -> checkFeature(feature, known))
          .forEach(feature -> outputs.add(output(member, feature.text())));
    } else {
      known.forEach(feature -> outputs.add(output(member, feature)));
    }
    return outputs;
  }

  private static FeatureSetPlan.Output output(MemberDecl member, String feature) {
    return new FeatureSetPlan.Output(member.alias().text() + "." + feature, feature);
  }

  private boolean checkFeature(Name feature, List<String> known) {
    if (known.contains(feature.text())) {
      return true;
    }
    findings.error(
        CompilerCodes.UNKNOWN_NAME,
        feature.span(),
        "the group has no feature `" + feature.text() + "`",
        Suggestions.hint(feature.text(), known)
            .or(() -> Optional.of("it has " + Findings.listing(known))));
    return false;
  }
}
