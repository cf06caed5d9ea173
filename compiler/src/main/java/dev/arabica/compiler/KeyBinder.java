package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.KeyBinding;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the keys of the groups that a set reads to the keys of the set, which get their types. */
final class KeyBinder {
  private final Findings findings;
  private final Set<String> setKeys = new LinkedHashSet<>();
  private final Set<String> used = new HashSet<>();
  private final Map<String, Type> types = new HashMap<>();

  KeyBinder(FeatureSetDecl decl, Findings findings) {
    this.findings = findings;
    for (Name key : decl.keys()) {
      if (!setKeys.add(key.text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE, key.span(), "key `" + key.text() + "` stands twice");
      }
    }
  }

  boolean isUsed(String setKey) {
    return used.contains(setKey);
  }

  /** What the groups read by a key say about its type. */
  Optional<Type> typeOf(String setKey) {
    return Optional.ofNullable(types.get(setKey));
  }

  /** For each key of the group, the set key that fills it; absent after an error. */
  Optional<List<String>> bind(MemberDecl member, GroupShape group) {
    Map<String, Name> bound = new LinkedHashMap<>();
    boolean fits = true;
    for (KeyBinding binding : member.target().keys().orElse(List.of())) {
      fits &= bind(binding, member, group, bound);
    }
    if (fits) {
      fits = allBound(member, group, bound) && typesFit(member, group, bound);
    }
    return fits
        ? Optional.of(group.keyNames().stream().map(key -> bound.get(key).text()).toList())
        : Optional.empty();
  }

  private boolean bind(
      KeyBinding binding, MemberDecl member, GroupShape group, Map<String, Name> bound) {
    if (!(binding.value() instanceof NameExpr value)) {
      findings.error(
          CompilerCodes.NOT_SUPPORTED,
          binding.value().span(),
          "a key comes from the keys of the set, not yet from a feature");
      return false;
    }
    used.add(value.name().text());
    Name groupKey = binding.groupKey();
    if (!group.keyNames().contains(groupKey.text())) {
      unknownGroupKey(groupKey, value.name(), member, group);
      return false;
    }
    return isSetKey(value.name(), groupKey) && bindOnce(binding, value.name(), bound);
  }

  private void unknownGroupKey(Name groupKey, Name value, MemberDecl member, GroupShape group) {
    boolean inOtherRole = groupKey.span().equals(value.span()) && setKeys.contains(value.text());
    findings.error(
        CompilerCodes.BAD_KEY_BINDING,
        groupKey.span(),
        "`" + member.target().name().text() + "` has no key `" + groupKey.text() + "`",
        () ->
            inOtherRole && group.keyNames().size() == 1
                ? Optional.of(
                    "to read it by `"
                        + value.text()
                        + "`, write `"
                        + group.keyNames().get(0)
                        + ": "
                        + value.text()
                        + "`")
                : hint(groupKey.text(), group.keyNames(), "it is keyed by "));
  }

  private boolean isSetKey(Name value, Name groupKey) {
    if (setKeys.contains(value.text())) {
      return true;
    }
    boolean alone = groupKey.span().equals(value.span());
    findings.error(
        CompilerCodes.BAD_KEY_BINDING,
        value.span(),
        "the set has no key `" + value.text() + "`",
        () ->
            hint(
                value.text(),
                setKeys,
                alone ? "write `" + groupKey.text() + ": ` and one of " : "its keys are "));
    return false;
  }

  private static Optional<String> hint(String name, Collection<String> known, String listed) {
    return Suggestions.hint(name, known).or(() -> Optional.of(listed + Findings.listing(known)));
  }

  private boolean bindOnce(KeyBinding binding, Name value, Map<String, Name> bound) {
    String groupKey = binding.groupKey().text();
    if (bound.putIfAbsent(groupKey, value) == null) {
      return true;
    }
    findings.error(
        CompilerCodes.DECLARED_TWICE, binding.span(), "key `" + groupKey + "` is bound twice");
    return false;
  }

  private boolean allBound(MemberDecl member, GroupShape group, Map<String, Name> bound) {
    List<String> missing = new ArrayList<>(group.keyNames());
    missing.removeAll(bound.keySet());
    if (missing.isEmpty()) {
      return true;
    }
    String name = member.target().name().text();
    findings.error(
        CompilerCodes.BAD_KEY_BINDING,
        member.target().name().span(),
        "`" + name + "` is keyed by " + Findings.listing(missing) + ", which is not bound",
        "write `"
            + name
            + "("
            + String.join(", ", group.keyNames())
            + ")`, or `"
            + missing.get(0)
            + ": ` and a key of the set");
    return false;
  }

  private boolean typesFit(MemberDecl member, GroupShape group, Map<String, Name> bound) {
    boolean fits = true;
    for (Map.Entry<String, Name> binding : bound.entrySet()) {
      Optional<Type> type = group.keys().get(binding.getKey());
      fits &= type.isEmpty() || typeFits(member, binding.getValue(), type.get());
    }
    return fits;
  }

  private boolean typeFits(MemberDecl member, Name setKey, Type type) {
    Type known = types.putIfAbsent(setKey.text(), type);
    if (known == null || known.equals(type)) {
      return true;
    }
    if (known.isInteger() && type.isInteger()) {
      // The bytes of a key are the same for both.
      types.put(setKey.text(), Type.INT64);
      return true;
    }
    findings.error(
        CompilerCodes.WRONG_TYPE,
        setKey.span(),
        "key `"
            + setKey.text()
            + "` is of type "
            + known
            + " in a group above, and `"
            + member.target().name().text()
            + "` wants "
            + type);
    return false;
  }
}
