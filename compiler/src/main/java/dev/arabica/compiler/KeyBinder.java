package dev.arabica.compiler;

import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.KeyBinding;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds all keys of what a set reads, each to a key of the set or a column of a member above. */
final class KeyBinder {
  private final KeySources sources;
  private final Findings findings;

  KeyBinder(KeySources sources, Findings findings) {
    this.sources = sources;
    this.findings = findings;
  }

  /** For each key of what is read, what fills it; absent after an error. */
  Optional<List<String>> bind(Target target, Readable readable) {
    Map<String, Optional<String>> bound = new LinkedHashMap<>();
    boolean known = true;
    for (KeyBinding binding : target.keys().orElse(List.of())) {
      known &= bind(binding, target, readable, bound);
    }
    // A key that is not one of these may be meant for the one that is missing.
    return known
            && allBound(target, readable, bound)
            && bound.values().stream().allMatch(Optional::isPresent)
        ? Optional.of(readable.keyNames().stream().map(key -> bound.get(key).get()).toList())
        : Optional.empty();
  }

  /** Whether there is such a key, once. */
  private boolean bind(
      KeyBinding binding, Target target, Readable readable, Map<String, Optional<String>> bound) {
    String key = binding.groupKey().text();
    if (!readable.keys().containsKey(key)) {
      unknownKey(binding, target, readable);
      return false;
    }
    Optional<String> source = sources.find(binding, readable.keys().get(key), target.name().text());
    if (bound.putIfAbsent(key, source) != null) {
      findings.error(
          CompilerCodes.DECLARED_TWICE, binding.span(), "key `" + key + "` is bound twice");
      return false;
    }
    return true;
  }

  private void unknownKey(KeyBinding binding, Target target, Readable readable) {
    Name key = binding.groupKey();
    List<String> known = readable.keyNames();
    boolean alone = key.span().equals(binding.value().span());
    boolean inOtherRole = alone && sources.setKeys().contains(key.text()) && known.size() == 1;
    findings.error(
        CompilerCodes.BAD_KEY_BINDING,
        key.span(),
        "`" + target.name().text() + "` has no key `" + key.text() + "`",
        () ->
            inOtherRole
                ? Optional.of(
                    "to read it by `%s`, write `%s: %s`"
                        .formatted(key.text(), known.get(0), key.text()))
                : Suggestions.hint(key.text(), known)
                    .or(() -> Optional.of("it is keyed by " + Findings.listing(known))));
  }

  private boolean allBound(Target target, Readable readable, Map<String, Optional<String>> bound) {
    List<String> missing = new ArrayList<>(readable.keyNames());
    missing.removeAll(bound.keySet());
    if (missing.isEmpty()) {
      return true;
    }
    String name = target.name().text();
    findings.error(
        CompilerCodes.BAD_KEY_BINDING,
        target.name().span(),
        "`" + name + "` is keyed by " + Findings.listing(missing) + ", which is not bound",
        "write `%s(%s)`, or `%s: ` and a key of the set"
            .formatted(name, String.join(", ", readable.keyNames()), missing.get(0)));
    return false;
  }
}
