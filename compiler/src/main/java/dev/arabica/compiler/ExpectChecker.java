package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.ExpectDecl;
import dev.arabica.dsl.ast.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what a test expects of one group or set, for one key. */
final class ExpectChecker {
  private final ExpectDecl decl;
  private final TestSubject subject;
  private final OutcomeChecker outcomes;
  private final Findings findings;

  ExpectChecker(ExpectDecl decl, TestSubject subject, OutcomeChecker outcomes, Findings findings) {
    this.decl = decl;
    this.subject = subject;
    this.outcomes = outcomes;
    this.findings = findings;
  }

  /** The expectation, to be used only if there is no error. */
  SpecTest.Expect check() {
    List<SpecTest.Expected> values = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ExpectDecl.Expected expected : decl.values()) {
      value(expected).ifPresent(values::add);
      if (!seen.add(expected.column().text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            expected.column().span(),
            "`" + expected.column().text() + "` is expected twice");
      }
    }
    return new SpecTest.Expect(subject.kind(), subject.name(), keys(), values, decl.name().span());
  }

  private List<SpecTest.Key> keys() {
    Map<String, SpecTest.Key> keys = new HashMap<>();
    for (ExpectDecl.Binding binding : decl.keys()) {
      Name name = binding.key();
      if (!subject.keys().containsKey(name.text())) {
        unknownKey(name);
      } else if (keys.containsKey(name.text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE, name.span(), "key `" + name.text() + "` is given twice");
      } else {
        keys.put(name.text(), key(binding));
      }
    }
    List<String> missing =
        subject.keys().keySet().stream().filter(key -> !keys.containsKey(key)).toList();
    boolean areKnown =
        decl.keys().stream().allMatch(key -> subject.keys().containsKey(key.key().text()));
    if (!missing.isEmpty() && areKnown) {
      findings.error(
          CompilerCodes.BAD_KEY_BINDING,
          decl.name().span(),
          "`%s` is keyed by %s too".formatted(decl.name().text(), Findings.listing(missing)),
          "write `%s: ` and a value".formatted(missing.get(0)));
    }
    return subject.keys().keySet().stream().filter(keys::containsKey).map(keys::get).toList();
  }

  private void unknownKey(Name name) {
    List<String> known = List.copyOf(subject.keys().keySet());
    findings.error(
        CompilerCodes.BAD_KEY_BINDING,
        name.span(),
        "`%s` has no key `%s`".formatted(decl.name().text(), name.text()),
        () ->
            Suggestions.hint(name.text(), known)
                .or(() -> Optional.of("it is keyed by " + Findings.listing(known))));
  }

  private SpecTest.Key key(ExpectDecl.Binding binding) {
    Name name = binding.key();
    Optional<Type> type = subject.keys().get(name.text());
    Object value =
        type.flatMap(t -> outcomes.value("key `" + name.text() + "`", binding.value(), t))
            .map(literal -> literal.value())
            .orElse(null);
    return new SpecTest.Key(
        name.text(), type.orElse(Type.NULL), value, name.span().to(binding.value().span()));
  }

  private Optional<SpecTest.Expected> value(ExpectDecl.Expected expected) {
    Name column = expected.column();
    if (!subject.columns().containsKey(column.text())) {
      if (!subject.mayHide().test(column.text())) {
        unknownColumn(column);
      }
      return Optional.empty();
    }
    return subject
        .columns()
        .get(column.text())
        .flatMap(
            type ->
                outcomes
                    .check(expected, type)
                    .map(
                        outcome ->
                            new SpecTest.Expected(column.text(), type, outcome, expected.span())));
  }

  private void unknownColumn(Name column) {
    List<String> known = List.copyOf(subject.columns().keySet());
    findings.error(
        CompilerCodes.UNKNOWN_COLUMN,
        column.span(),
        "`%s` has no %s `%s`"
            .formatted(
                decl.name().text(),
                subject.kind() == SpecTest.Subject.GROUP ? "feature" : "column",
                column.text()),
        () -> ColumnResolver.hint(column.text(), known));
  }
}
