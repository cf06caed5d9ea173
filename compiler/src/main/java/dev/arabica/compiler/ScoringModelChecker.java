package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.ModelPlan;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.InputDecl;
import dev.arabica.dsl.ast.ModelDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.StringExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks models: the set that one reads, whose keys it scores, what it is fed. */
final class ScoringModelChecker {
  private final Declarations declarations;
  private final Map<String, CheckedSet> sets;
  private final Inlining inlining;
  private final Damage damage;
  private final Findings findings;

  /**
   * @param sets by qualified name
   */
  ScoringModelChecker(
      Declarations declarations,
      Map<String, CheckedSet> sets,
      Inlining inlining,
      Damage damage,
      Findings findings) {
    this.declarations = declarations;
    this.sets = sets;
    this.inlining = inlining;
    this.damage = damage;
    this.findings = findings;
  }

  /** The model, to be used only if there is no error. */
  ModelPlan check(String packageName, ModelDecl decl) {
    Optional<CheckedSet> set = decl.features().flatMap(name -> set(packageName, name));
    if (decl.features().isEmpty()) {
      missing(decl, "features", "name the feature set that it reads, as in `features ranker`");
    }
    if (decl.onnx().isEmpty()) {
      missing(decl, "onnx", "say where the trained model is, as in `onnx \"models/ranker.onnx\"`");
    }
    if (decl.inputs().isEmpty()) {
      missing(decl, "input", "say what it is fed, as in `input dense [ items.views_last_1h ]`");
    }
    decl.onnx().ifPresent(this::checkPath);
    set.ifPresent(s -> checkKeys(decl, s));
    return new ModelPlan(
        Declarations.qualify(packageName, decl.name().text()),
        texts(decl.scores()),
        texts(decl.keys()),
        decl.onnx().map(StringExpr::value).orElse(""),
        set.map(s -> s.plan().name()).orElse(""),
        inputs(decl, set.map(CheckedSet::features).orElseGet(() -> Scope.unknown(damage))));
  }

  private Optional<CheckedSet> set(String packageName, Name name) {
    return declarations
        .resolve(packageName, name, "feature set", List.of(FeatureSetDecl.class))
        .map(entry -> sets.get(entry.qualifiedName()));
  }

  private void missing(ModelDecl decl, String clause, String hint) {
    if (!damage.isIn(decl.span())) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.name().span(),
          "model `" + decl.name().text() + "` has no `" + clause + "`",
          hint);
    }
  }

  private void checkPath(StringExpr path) {
    if (path.value().isBlank()) {
      findings.error(
          CompilerCodes.BAD_NAME,
          path.span(),
          "the path of the model is empty",
          "say where the trained model is, as in \"models/ranker.onnx\"");
    }
  }

  /** Every key of the set is scored, or scored for. */
  private void checkKeys(ModelDecl decl, CheckedSet set) {
    List<String> keys = set.plan().keys().stream().map(FeatureSetPlan.SetKey::name).toList();
    Set<String> seen = new HashSet<>();
    List<Name> named = new ArrayList<>(decl.scores());
    named.addAll(decl.keys());
    for (Name key : named) {
      if (!keys.contains(key.text())) {
        unknownKey(key, set, keys);
      } else if (!seen.add(key.text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            key.span(),
            "key `" + key.text() + "` stands twice",
            "a key is either scored or scored for");
      }
    }
    List<String> missing = keys.stream().filter(key -> !seen.contains(key)).toList();
    if (!missing.isEmpty() && named.stream().allMatch(key -> keys.contains(key.text()))) {
      findings.error(
          CompilerCodes.BAD_KEY_BINDING,
          decl.name().span(),
          "`%s` is keyed by %s too, which the model neither scores nor is for"
              .formatted(set.decl().name().text(), Findings.listing(missing)),
          "write it after `scores` if it differs between candidates, after `for` if they share it");
    }
  }

  private void unknownKey(Name key, CheckedSet set, List<String> keys) {
    findings.error(
        CompilerCodes.BAD_KEY_BINDING,
        key.span(),
        "`" + set.decl().name().text() + "` has no key `" + key.text() + "`",
        () ->
            Suggestions.hint(key.text(), keys)
                .or(() -> Optional.of("its keys are " + Findings.listing(keys))));
  }

  private List<ModelPlan.Input> inputs(ModelDecl decl, Scope features) {
    InputChecker checker = new InputChecker(features, inlining, findings);
    List<ModelPlan.Input> inputs = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (InputDecl input : decl.inputs()) {
      inputs.add(checker.check(input));
      if (!seen.add(input.name().text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            input.name().span(),
            "the model has two inputs `" + input.name().text() + "`",
            "put the items of both into one");
      }
    }
    return inputs;
  }

  private static List<String> texts(List<Name> names) {
    return names.stream().map(Name::text).toList();
  }
}
