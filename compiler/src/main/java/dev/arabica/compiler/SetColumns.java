package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.Name;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of one feature set as they become known: {@code alias.feature}, or the alias alone of
 * a member that takes one feature, or the name of a derive or label.
 */
final class SetColumns {
  /** What the rows of a training set bring along. */
  private static final Set<String> OF_REQUESTS =
      Set.of("event_ts", "feature_watermark", "read_revision");

  private final Findings findings;
  private final Map<String, String> taken = new HashMap<>();
  private final Map<String, Optional<Type>> types = new LinkedHashMap<>();

  /** The members that have columns, and whether all of these are known. */
  private final Map<String, Boolean> owners = new HashMap<>();

  SetColumns(FeatureSetDecl decl, Findings findings) {
    this.findings = findings;
    for (Name key : decl.keys()) {
      taken.put(lower(key.text()), key.text());
      checkNotOfRequests(key);
    }
  }

  /** Whether a member's alias is new; reports it otherwise. */
  boolean addMember(Name alias) {
    checkNotOfRequests(alias);
    if (has(alias.text()) || owners.containsKey(alias.text())) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          alias.span(),
          "the set has two members `" + alias.text() + "`",
          "give one of them another name");
      return false;
    }
    return true;
  }

  /** Reports a name that the rows of every training set have. */
  private void checkNotOfRequests(Name name) {
    if (OF_REQUESTS.contains(lower(name.text()))) {
      findings.error(
          CompilerCodes.BAD_NAME,
          name.span(),
          "`" + name.text() + "` is a column that every request has",
          "give it another name");
    }
  }

  /**
   * Adds a column; reports it if the set has one of that name.
   *
   * @param type absent after an error
   */
  void add(String column, Optional<Type> type, Span span) {
    String earlier = taken.putIfAbsent(lower(column), column);
    if (earlier != null) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          span,
          earlier.equals(column)
              ? "the set has two columns `" + column + "`"
              : "tables do not tell `" + column + "` from `" + earlier + "`");
    }
    types.putIfAbsent(column, type);
  }

  /** Adds a derive or a label: a column whose name no member has. */
  void addOwn(Name name, Optional<Type> type) {
    checkNotOfRequests(name);
    if (owners.containsKey(name.text())) {
      findings.error(
          CompilerCodes.DECLARED_TWICE,
          name.span(),
          "the set has a member `" + name.text() + "`",
          "give one of them another name");
    }
    add(name.text(), type, name.span());
  }

  /**
   * Notes a member with columns of its own.
   *
   * @param known whether all of them are added, so that another one is a mistake
   */
  void addOwner(String alias, boolean known) {
    owners.putIfAbsent(alias, known);
  }

  boolean has(String column) {
    return types.containsKey(column);
  }

  /** The type of a column, absent after an error. */
  Optional<Type> typeOf(String column) {
    return types.getOrDefault(column, Optional.empty());
  }

  Map<String, Optional<Type>> types() {
    return types;
  }

  boolean isOwner(String alias) {
    return owners.containsKey(alias);
  }

  /** Whether a column that a member is not known to have is a mistake. */
  boolean isKnown(String alias) {
    return owners.getOrDefault(alias, true);
  }

  List<String> columnsOf(String alias) {
    return types.keySet().stream().filter(column -> column.startsWith(alias + ".")).toList();
  }

  /** What an expression over the columns can name. */
  Scope scope(Span declaration, Damage damage) {
    Scope scope = Scope.in(declaration, damage);
    types.forEach(scope::addValue);
    owners.forEach(scope::addOwner);
    return scope;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
