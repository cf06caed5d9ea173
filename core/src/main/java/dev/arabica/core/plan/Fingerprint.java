package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Content hashes. An aggregate's identity covers everything that can change its reps: source, event
 * time, dedup, filters, keys, input, parameters and codec version; names, windows, steps and
 * anchors are not part of it.
 */
public final class Fingerprint {
  private static final int IDENTITY_HEX = 32;

  private Fingerprint() {}

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The identity of an aggregate: 32 hex digits. */
  public static String aggregate(
      SourcePlan source,
      List<GroupPlan.Key> keys,
      Optional<Expr> groupWhere,
      String function,
      int codecVersion,
      Optional<Expr> input,
      Optional<Expr> where,
      Map<String, Long> parameters) {
    return identity(
        PlanNode.object(
            "source", source.name(),
            "time", ExprCodec.write(source.time()),
            "dedup", PlanNode.optional(source.dedup(), Fingerprint::dedup),
            "keys", PlanNode.list(keys, key -> ExprCodec.write(key.expr())),
            "group_where", PlanNode.optional(groupWhere, ExprCodec::write),
            "function", function,
            "codec", (long) codecVersion,
            "input", PlanNode.optional(input, ExprCodec::write),
            "where", PlanNode.optional(where, ExprCodec::write),
            "parameters", new TreeMap<String, Object>(parameters)));
  }

  /** The id of a pack: a hash of the identities of its aggregates, in order. */
  public static String pack(List<String> aggregateIds) {
    return identity(aggregateIds);
  }

  private static Object dedup(SourcePlan.Dedup dedup) {
    return PlanNode.object(
        "key", PlanNode.list(dedup.key(), ExprCodec::write), "within", dedup.withinMicros());
  }

  private static String identity(Object document) {
    return sha256(Json.canonical(document).getBytes(StandardCharsets.UTF_8))
        .substring(0, IDENTITY_HEX);
  }
}
