package dev.arabica.compiler;

import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.KeyDecl;
import dev.arabica.dsl.ast.SnapshotDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks snapshots: their keys, the time that a row is valid from, their columns. */
final class SnapshotChecker {
  private final Damage damage;
  private final Findings findings;

  SnapshotChecker(Damage damage, Findings findings) {
    this.damage = damage;
    this.findings = findings;
  }

  /**
   * A snapshot as far as it could be checked.
   *
   * @param plan to be used only if there is no error
   */
  record Checked(SnapshotPlan plan, Readable readable) {}

  Checked check(String name, SnapshotDecl decl) {
    new Places(findings).checkRead(decl.table());
    ColumnChecker columns = new ColumnChecker(damage, findings);
    Map<String, Optional<Type>> keys = keys(decl, columns);
    columns.take(decl.validFrom());
    List<ColumnPlan> plans = columns.check(decl.columns());
    if (decl.columns().isEmpty() && !damage.isIn(decl.span())) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.name().span(),
          "snapshot `" + decl.name().text() + "` has no column",
          "list what it holds for a key, each with its type");
    }
    List<FeatureSetPlan.SetKey> typedKeys = new ArrayList<>();
    keys.forEach(
        (key, type) -> type.ifPresent(t -> typedKeys.add(new FeatureSetPlan.SetKey(key, t))));
    return new Checked(
        new SnapshotPlan(name, decl.table().value(), typedKeys, decl.validFrom().text(), plans),
        new Readable(FeatureSetPlan.Kind.SNAPSHOT, name, decl.span(), keys, columns.columns()));
  }

  private Map<String, Optional<Type>> keys(SnapshotDecl decl, ColumnChecker columns) {
    Map<String, Optional<Type>> keys = new LinkedHashMap<>();
    for (KeyDecl key : decl.keys()) {
      Optional<Type> type = type(key, columns);
      if (columns.take(key.name())) {
        keys.put(key.name().text(), type);
      }
    }
    return keys;
  }

  private Optional<Type> type(KeyDecl key, ColumnChecker columns) {
    if (key.type().isEmpty()) {
      return Optional.of(Type.STRING);
    }
    Optional<Type> type = columns.type(key.type().get());
    if (type.isPresent() && (!type.get().isKey() || key.type().get().nullable())) {
      findings.error(
          CompilerCodes.NOT_A_KEY,
          key.type().get().span(),
          type.get().isKey()
              ? "a key is never null"
              : "`" + key.name().text() + "` is of type " + type.get() + ", which cannot be a key",
          type.get().isKey()
              ? "leave the `?` out"
              : "keys are strings, integers, bools, dates, timestamps and bytes");
      return Optional.empty();
    }
    return type;
  }
}
