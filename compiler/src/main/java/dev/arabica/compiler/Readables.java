package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.dsl.ast.Decl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.RequestDecl;
import dev.arabica.dsl.ast.SnapshotDecl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups, snapshots and requests by name. */
final class Readables {
  private static final List<Class<? extends Decl>> ALL =
      List.of(FeaturesDecl.class, SnapshotDecl.class, RequestDecl.class);

  private final Declarations declarations;
  private final Map<String, Readable> byName = new HashMap<>();

  Readables(Declarations declarations) {
    this.declarations = declarations;
  }

  void add(Readable readable) {
    byName.put(readable.name(), readable);
  }

  List<Readable> groups() {
    return byName.values().stream()
        .filter(readable -> readable.kind() == FeatureSetPlan.Kind.GROUP)
        .toList();
  }

  Readable get(String qualifiedName) {
    return byName.get(qualifiedName);
  }

  /** What a member reads; reported if there is nothing of that name. */
  Optional<Readable> find(String packageName, Name name) {
    return find(packageName, name, "feature group, snapshot or request", ALL);
  }

  /** What a value falls back to. */
  Optional<Readable> findKeyed(String packageName, Name name) {
    return find(
        packageName,
        name,
        "feature group or snapshot",
        List.of(FeaturesDecl.class, SnapshotDecl.class));
  }

  /** What enriches an item. */
  Optional<Readable> findSnapshot(String packageName, Name name) {
    return find(packageName, name, "snapshot", List.of(SnapshotDecl.class));
  }

  private Optional<Readable> find(
      String packageName, Name name, String wanted, List<Class<? extends Decl>> kinds) {
    return declarations
        .resolve(packageName, name, wanted, kinds)
        .map(entry -> byName.get(entry.qualifiedName()));
  }
}
