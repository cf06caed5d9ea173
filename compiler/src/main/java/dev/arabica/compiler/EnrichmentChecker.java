package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.EnrichedDecl;
import dev.arabica.dsl.ast.KeyBinding;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what snapshots add to the items of a list: by which fields, as of which time. */
final class EnrichmentChecker {
  private final String packageName;
  private final Readables readables;
  private final Selections selections;
  private final Findings findings;

  EnrichmentChecker(
      String packageName, Readables readables, Selections selections, Findings findings) {
    this.packageName = packageName;
    this.readables = readables;
    this.selections = selections;
    this.findings = findings;
  }

  /**
   * @param type of the list once its items have more fields
   */
  record Enriched(List<FeatureSetPlan.Enrichment> enrichments, Type type) {}

  /** Absent after an error. */
  Optional<Enriched> check(EnrichedDecl decl, Type type) {
    if (!(type instanceof Type.ListType list && list.element() instanceof Type.StructType item)) {
      findings.error(
          CompilerCodes.BAD_ENRICHMENT,
          decl.span(),
          "a list of structs can be enriched, and this is of type " + type);
      return Optional.empty();
    }
    Optional<String> time = time(decl, item);
    List<FeatureSetPlan.Enrichment> enrichments = new ArrayList<>();
    List<Type.Field> fields = new ArrayList<>(item.fields());
    for (Target target : decl.with()) {
      enrichment(target, item, time.orElse(""), fields).ifPresent(enrichments::add);
    }
    return time.isPresent() && enrichments.size() == decl.with().size()
        ? Optional.of(new Enriched(enrichments, new Type.ListType(new Type.StructType(fields))))
        : Optional.empty();
  }

  private Optional<String> time(EnrichedDecl decl, Type.StructType item) {
    List<String> times =
        item.fields().stream()
            .filter(field -> field.type() == Type.TIMESTAMP)
            .map(Type.Field::name)
            .toList();
    if (times.size() == 1) {
      return Optional.of(times.get(0));
    }
    findings.error(
        CompilerCodes.BAD_ENRICHMENT,
        decl.span(),
        times.isEmpty()
            ? "the items have no timestamp, as of which they could be enriched"
            : "the items have several timestamps: " + Findings.listing(times),
        times.isEmpty()
            ? "add the event's time to the struct"
            : "keep in the struct only the one as of which it is enriched");
    return Optional.empty();
  }

  private Optional<FeatureSetPlan.Enrichment> enrichment(
      Target target, Type.StructType item, String time, List<Type.Field> fields) {
    Optional<Readable> snapshot = readables.findSnapshot(packageName, target.name());
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<String>> keys = keys(target, snapshot.get(), item);
    Selections.Picks picks = selections.of(target, snapshot.get());
    List<FeatureSetPlan.Output> outputs = new ArrayList<>();
    boolean added = picks.complete();
    for (Selections.Picked picked : picks.all()) {
      added &= add(picked, fields);
      outputs.add(new FeatureSetPlan.Output(picked.shown(), picked.feature()));
    }
    return added && keys.isPresent()
        ? Optional.of(
            new FeatureSetPlan.Enrichment(snapshot.get().name(), keys.get(), time, outputs))
        : Optional.empty();
  }

  private boolean add(Selections.Picked picked, List<Type.Field> fields) {
    if (fields.stream().anyMatch(field -> field.name().equals(picked.shown()))) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          picked.span(),
          "the items have a field `" + picked.shown() + "` already",
          "give it another name, as in `{ %s as other }`".formatted(picked.feature()));
      return false;
    }
    picked.type().ifPresent(type -> fields.add(new Type.Field(picked.shown(), type, true)));
    return picked.type().isPresent();
  }

  private Optional<List<String>> keys(Target target, Readable snapshot, Type.StructType item) {
    Map<String, Name> written = written(target, snapshot);
    List<String> fields = new ArrayList<>();
    for (String key : snapshot.keyNames()) {
      Name bound = written.get(key);
      String field = bound == null ? key : bound.text();
      Span span = bound == null ? target.name().span() : bound.span();
      if (fits(field, span, bound == null, snapshot.keys().get(key), item)) {
        fields.add(field);
      }
    }
    return fields.size() == snapshot.keyNames().size() ? Optional.of(fields) : Optional.empty();
  }

  /** The fields that are written for keys; what is wrong with them is reported. */
  private Map<String, Name> written(Target target, Readable snapshot) {
    Map<String, Name> written = new LinkedHashMap<>();
    for (KeyBinding binding : target.keys().orElse(List.of())) {
      Name key = binding.groupKey();
      if (!snapshot.keys().containsKey(key.text())) {
        findings.error(
            CompilerCodes.BAD_KEY_BINDING,
            key.span(),
            "`%s` has no key `%s`".formatted(target.name().text(), key.text()),
            () ->
                Suggestions.hint(key.text(), snapshot.keyNames())
                    .or(() -> Optional.of("it is keyed by " + listing(snapshot.keyNames()))));
      } else if (!(binding.value() instanceof NameExpr value)) {
        findings.error(
            CompilerCodes.BAD_KEY_BINDING,
            binding.value().span(),
            "here a key comes from a field of the item",
            "write `" + key.text() + ": ` and the name of the field");
      } else if (written.putIfAbsent(key.text(), value.name()) != null) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            binding.span(),
            "key `" + key.text() + "` is bound twice");
      }
    }
    return written;
  }

  private boolean fits(
      String field, Span span, boolean byName, Optional<Type> wanted, Type.StructType item) {
    int at = item.indexOf(field);
    if (at < 0) {
      List<String> known = item.fields().stream().map(Type.Field::name).toList();
      findings.error(
          CompilerCodes.BAD_KEY_BINDING,
          span,
          "the items have no field `" + field + "`" + (byName ? ", which is the key" : ""),
          () ->
              byName
                  ? Optional.of("write `%s: ` and one of %s".formatted(field, listing(known)))
                  : Suggestions.hint(field, known)
                      .or(() -> Optional.of("they have " + listing(known))));
      return false;
    }
    Type type = item.fields().get(at).type();
    boolean fits =
        wanted.isEmpty()
            || type.equals(wanted.get())
            || type.isInteger() && wanted.get().isInteger();
    if (!fits) {
      findings.error(
          CompilerCodes.WRONG_TYPE,
          span,
          "field `%s` is of type %s, and the key of type %s".formatted(field, type, wanted.get()));
    }
    return fits;
  }

  private static String listing(List<String> names) {
    return Findings.listing(names);
  }
}
