package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.EnrichedDecl;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the members of one feature set: what each reads, by which keys, as which columns. */
final class MemberChecker {
  private final String packageName;
  private final Readables readables;
  private final SetColumns columns;
  private final KeyBinder keys;
  private final Selections selections;
  private final EnrichmentChecker enrichments;
  private final FallbackChecker fallbacks;
  private final Findings findings;

  MemberChecker(
      String packageName,
      Readables readables,
      SetColumns columns,
      KeyBinder keys,
      Damage damage,
      Findings findings) {
    this.packageName = packageName;
    this.readables = readables;
    this.columns = columns;
    this.keys = keys;
    this.selections = new Selections(damage, findings);
    this.enrichments = new EnrichmentChecker(packageName, readables, selections, findings);
    this.fallbacks = new FallbackChecker(packageName, readables, selections, keys, findings);
    this.findings = findings;
  }

  /** The member, unless it has an error; its columns are added all the same. */
  Optional<FeatureSetPlan.Member> check(MemberDecl decl) {
    if (!columns.addMember(decl.alias())) {
      return Optional.empty();
    }
    Optional<Readable> readable = readables.find(packageName, decl.target().name());
    if (readable.isEmpty()) {
      addUnknown(decl);
      return Optional.empty();
    }
    return check(decl, readable.get());
  }

  private Optional<FeatureSetPlan.Member> check(MemberDecl decl, Readable readable) {
    Selections.Picks picks = selections.of(decl.target(), readable);
    Optional<EnrichmentChecker.Enriched> enriched =
        decl.enriched().flatMap(written -> enriched(decl, written, picks));
    Optional<List<String>> bound = keys(decl, readable);
    Optional<FeatureSetPlan.Fallback> fallback =
        decl.fallback().flatMap(target -> fallbacks.check(target, readable, bound, picks));
    List<FeatureSetPlan.Output> outputs =
        decl.enriched().isPresent()
            ? add(decl, picks, enriched.map(EnrichmentChecker.Enriched::type))
            : add(decl, picks, picks.all().stream().findFirst().flatMap(Selections.Picked::type));
    boolean failed =
        bound.isEmpty()
            || enriched.isPresent() != decl.enriched().isPresent()
            || fallback.isPresent() != decl.fallback().isPresent();
    return failed
        ? Optional.empty()
        : Optional.of(
            new FeatureSetPlan.Member(
                decl.alias().text(),
                readable.kind(),
                readable.name(),
                bound.get(),
                outputs,
                enriched.map(EnrichmentChecker.Enriched::enrichments).orElse(List.of()),
                fallback));
  }

  private Optional<EnrichmentChecker.Enriched> enriched(
      MemberDecl decl, EnrichedDecl written, Selections.Picks picks) {
    if (!isOne(decl)) {
      findings.error(
          CompilerCodes.BAD_ENRICHMENT,
          written.span(),
          "only one list of structs can be enriched",
          "take it alone, as in `history(user_id).recent enriched with ...`");
      return Optional.empty();
    }
    return picks.all().stream()
        .findFirst()
        .flatMap(picked -> picked.type().flatMap(type -> enrichments.check(written, type)));
  }

  private Optional<List<String>> keys(MemberDecl decl, Readable readable) {
    boolean isRequest = readable.kind() == FeatureSetPlan.Kind.REQUEST;
    if (isRequest && decl.target().keys().isPresent()) {
      findings.error(
          CompilerCodes.BAD_KEY_BINDING,
          decl.target().name().span(),
          "a request is read by no key",
          "write `" + decl.target().name().text() + ".*`");
      return Optional.empty();
    }
    return keys.bind(decl.target(), readable);
  }

  private static boolean isOne(MemberDecl decl) {
    return decl.target().selection().orElse(null) instanceof Selection.One;
  }

  /**
   * Adds the columns of a member.
   *
   * @param ofOne the type of the column of a member that takes one feature, absent after an error
   */
  private List<FeatureSetPlan.Output> add(
      MemberDecl decl, Selections.Picks picks, Optional<Type> ofOne) {
    List<FeatureSetPlan.Output> outputs = new ArrayList<>();
    String alias = decl.alias().text();
    if (isOne(decl)) {
      columns.add(alias, ofOne, decl.alias().span());
      picks.all().forEach(one -> outputs.add(new FeatureSetPlan.Output(alias, one.feature())));
      return outputs;
    }
    columns.addOwner(alias, picks.complete());
    for (Selections.Picked picked : picks.all()) {
      String column = alias + "." + picked.shown();
      columns.add(column, picked.type(), picked.span());
      outputs.add(new FeatureSetPlan.Output(column, picked.feature()));
    }
    return outputs;
  }

  private void addUnknown(MemberDecl decl) {
    if (isOne(decl)) {
      columns.add(decl.alias().text(), Optional.empty(), decl.alias().span());
    } else {
      columns.addOwner(decl.alias().text(), false);
    }
  }
}
