package dev.arabica.compiler;

import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FieldExpr;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import java.util.List;
import java.util.Optional;

/** What a name in an expression stands for. */
final class ColumnResolver {
  private final Scope scope;
  private final Inlining inlining;
  private final Findings findings;

  ColumnResolver(Scope scope, Inlining inlining, Findings findings) {
    this.scope = scope;
    this.inlining = inlining;
    this.findings = findings;
  }

  /** Whether {@code a.b} is one name, and not a field of a column {@code a}. */
  boolean isPath(FieldExpr field) {
    return field.target() instanceof NameExpr owner && scope.isOwner(owner.name().text());
  }

  /** The column that such a path names. */
  Optional<Column> atPath(FieldExpr path) {
    String owner = ((NameExpr) path.target()).name().text();
    return named(new Name(owner + "." + path.field().text(), path.span()));
  }

  /** The column of a name, noted as used; reports it if there is none. */
  Optional<Column> named(Name name) {
    Optional<Column> column = scope.find(name.text());
    if (column.isEmpty()) {
      unknown(name);
      return Optional.empty();
    }
    inlining.use(column.get());
    column
        .get()
        .objection()
        .ifPresent(why -> findings.error(why.code(), name.span(), why.message(), why.hint()));
    return column;
  }

  private void unknown(Name name) {
    if (scope.isOwner(name.text())) {
      findings.error(
          CompilerCodes.UNKNOWN_COLUMN,
          name.span(),
          "`" + name.text() + "` is no " + scope.noun() + ", but has some",
          "there is " + Findings.listing(scope.columnsOf(name.text())));
    } else if (!scope.mayHide(name.text())) {
      findings.error(
          CompilerCodes.UNKNOWN_COLUMN,
          name.span(),
          "there is no " + scope.noun() + " `" + name.text() + "`",
          () -> hint(name.text()));
    }
  }

  private Optional<String> hint(String name) {
    if (scope.isLater(name)) {
      return Optional.of(
          "it does not stand above; what is derived uses finished features and what is derived above");
    }
    return hint(name, scope.names());
  }

  /** What may be meant by an unknown name. */
  static Optional<String> hint(String name, List<String> known) {
    List<String> ofLine = known.stream().filter(n -> isFeatureOfLine(n, name)).toList();
    if (!ofLine.isEmpty()) {
      return Optional.of("there is " + Findings.listing(ofLine));
    }
    return Suggestions.hint(name, known)
        .or(() -> Optional.of("there is " + Findings.listing(known)).filter(h -> !known.isEmpty()));
  }

  /** Whether a feature is one of the windows of a line. */
  private static boolean isFeatureOfLine(String feature, String line) {
    return feature.startsWith(line + "_last_") || feature.equals(line + "_ever");
  }
}
