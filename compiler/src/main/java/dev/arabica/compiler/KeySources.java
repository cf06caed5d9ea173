package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.FieldExpr;
import dev.arabica.dsl.ast.KeyBinding;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the keys of what a set reads come from: the keys of the set, whose types show in what they
 * fill, and the columns of members above.
 */
final class KeySources {
  private final FeatureSetDecl decl;
  private final SetColumns columns;
  private final Findings findings;
  private final Set<String> setKeys = new LinkedHashSet<>();
  private final Set<String> used = new HashSet<>();
  private final Set<String> conflicting = new HashSet<>();
  private final Map<String, Need> needs = new HashMap<>();

  /** What a key is needed as, and by what. */
  private record Need(Type type, String by) {}

  KeySources(FeatureSetDecl decl, SetColumns columns, Findings findings) {
    this.decl = decl;
    this.columns = columns;
    this.findings = findings;
    for (Name key : decl.keys()) {
      if (!setKeys.add(key.text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE, key.span(), "key `" + key.text() + "` stands twice");
      }
    }
  }

  Set<String> setKeys() {
    return setKeys;
  }

  boolean isUsed(String setKey) {
    return used.contains(setKey);
  }

  /** What is read by a key says of which type it is. */
  Optional<Type> typeOf(String setKey) {
    return Optional.ofNullable(needs.get(setKey)).map(Need::type);
  }

  /**
   * The set key or column that a key is bound to; absent after an error.
   *
   * @param type of the key, absent after an error
   * @param reader what is read by it
   */
  Optional<String> find(KeyBinding binding, Optional<Type> type, String reader) {
    Expr value = binding.value();
    if (value instanceof NameExpr name) {
      return byName(name.name(), binding, type, reader);
    }
    if (value instanceof FieldExpr field && field.target() instanceof NameExpr owner) {
      return column(owner.name(), binding, type, reader);
    }
    return error(
        CompilerCodes.BAD_KEY_BINDING,
        value.span(),
        "a key comes from a key of the set, or from a column of a member above",
        Optional.of("its keys are " + Findings.listing(setKeys)));
  }

  private Optional<String> byName(
      Name name, KeyBinding binding, Optional<Type> type, String reader) {
    String text = name.text();
    if (setKeys.contains(text)) {
      used.add(text);
      return type.isEmpty() || fitsKey(name, type.get(), reader)
          ? Optional.of(text)
          : Optional.empty();
    }
    if (columns.has(text)) {
      return fitting(text, name.span(), type, reader);
    }
    if (columns.isOwner(text)) {
      return error(
          CompilerCodes.BAD_KEY_BINDING,
          name.span(),
          "`" + text + "` has several columns",
          Optional.of("it has " + Findings.listing(columns.columnsOf(text)))
              .filter(hint -> columns.isKnown(text)));
    }
    return isMember(text) ? notYet(name) : unknown(name, binding);
  }

  private Optional<String> column(
      Name owner, KeyBinding binding, Optional<Type> type, String reader) {
    FieldExpr field = (FieldExpr) binding.value();
    String alias = owner.text();
    String column = alias + "." + field.field().text();
    if (columns.has(column)) {
      return fitting(column, field.span(), type, reader);
    }
    if (columns.isOwner(alias)) {
      return columns.isKnown(alias) ? noColumn(column, field.span()) : Optional.empty();
    }
    if (columns.has(alias)) {
      return error(
          CompilerCodes.BAD_KEY_BINDING,
          field.span(),
          "`" + alias + "` is one column, and a part of it cannot be a key",
          Optional.of("a key is a key of the set or a whole column"));
    }
    return isMember(alias) ? notYet(owner) : noMember(owner);
  }

  private Optional<String> noColumn(String column, Span span) {
    String alias = column.substring(0, column.indexOf('.'));
    return error(
        CompilerCodes.UNKNOWN_COLUMN,
        span,
        "there is no column `" + column + "`",
        hint(column, columns.columnsOf(alias), "there is "));
  }

  private boolean isMember(String alias) {
    return decl.members().stream().anyMatch(member -> member.alias().text().equals(alias));
  }

  private Optional<String> notYet(Name alias) {
    return error(
        CompilerCodes.READ_TOO_EARLY,
        alias.span(),
        "`" + alias.text() + "` is not known yet: a key comes from a member above",
        Optional.of("move `" + alias.text() + "` above this member")
            .filter(hint -> !standsIn(alias)));
  }

  /** Whether the place is inside the member of that name. */
  private boolean standsIn(Name alias) {
    return decl.members().stream()
        .filter(member -> member.alias().text().equals(alias.text()))
        .map(MemberDecl::span)
        .anyMatch(span -> span.start() <= alias.span().start() && alias.span().end() <= span.end());
  }

  private Optional<String> unknown(Name name, KeyBinding binding) {
    boolean alone = name.span().equals(binding.groupKey().span());
    return error(
        CompilerCodes.BAD_KEY_BINDING,
        name.span(),
        "the set has no key `" + name.text() + "`",
        hint(
            name.text(),
            setKeys,
            alone ? "write `" + name.text() + ": ` and one of " : "its keys are "));
  }

  private Optional<String> noMember(Name alias) {
    List<String> aliases = decl.members().stream().map(member -> member.alias().text()).toList();
    return error(
        CompilerCodes.BAD_KEY_BINDING,
        alias.span(),
        "the set has no member `" + alias.text() + "`",
        hint(alias.text(), aliases, "there is "));
  }

  private static Optional<String> hint(String name, Collection<String> known, String listed) {
    return Suggestions.hint(name, known).or(() -> Optional.of(listed + Findings.listing(known)));
  }

  private Optional<String> fitting(String column, Span span, Optional<Type> wanted, String reader) {
    Optional<Type> type = columns.typeOf(column);
    if (type.isPresent() && !type.get().isKey()) {
      return error(
          CompilerCodes.NOT_A_KEY,
          span,
          "`" + column + "` is of type " + type.get() + ", which cannot be a key",
          Optional.of("keys are strings, integers, bools, dates, timestamps and bytes"));
    }
    if (type.isPresent() && wanted.isPresent() && !areSameKey(type.get(), wanted.get())) {
      return error(
          CompilerCodes.WRONG_TYPE,
          span,
          "`%s` is of type %s, and `%s` wants %s"
              .formatted(column, type.get(), reader, wanted.get()),
          Optional.empty());
    }
    return Optional.of(column);
  }

  /** The bytes of a key are the same for both integers. */
  private static boolean areSameKey(Type a, Type b) {
    return a.equals(b) || a.isInteger() && b.isInteger();
  }

  private boolean fitsKey(Name key, Type type, String reader) {
    Need known = needs.putIfAbsent(key.text(), new Need(type, reader));
    if (known == null || known.type().equals(type)) {
      return true;
    }
    if (areSameKey(known.type(), type)) {
      needs.put(key.text(), new Need(Type.INT64, known.by()));
      return true;
    }
    if (conflicting.add(key.text())) {
      findings.error(
          CompilerCodes.WRONG_TYPE,
          key.span(),
          "key `%s` is of type %s in `%s`, and `%s` wants %s"
              .formatted(key.text(), known.type(), known.by(), reader, type));
    }
    return false;
  }

  private Optional<String> error(Code code, Span span, String message, Optional<String> hint) {
    findings.error(code, span, message, () -> hint);
    return Optional.empty();
  }
}
