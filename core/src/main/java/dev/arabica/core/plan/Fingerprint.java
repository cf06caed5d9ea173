package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      Map<String, ?> parameters) {
    List<Expr> exprs = new ArrayList<>(List.of(source.time()));
    source.dedup().ifPresent(dedup -> exprs.addAll(dedup.key()));
    keys.forEach(key -> exprs.add(key.expr()));
    groupWhere.ifPresent(exprs::add);
    input.ifPresent(exprs::add);
    where.ifPresent(exprs::add);
    return identity(
        PlanNode.object(
            "source", source.name(),
            "encodings", encodings(source, exprs),
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

  /**
   * What admission fixes for ever of a source's events: how their time and their identity come
   * about. Rows that were admitted under another are not the same events.
   */
  public static String events(SourcePlan source) {
    List<Expr> exprs = new ArrayList<>(List.of(source.time()));
    List<Expr> key = source.dedup().map(SourcePlan.Dedup::key).orElse(List.of());
    exprs.addAll(key);
    return identity(
        PlanNode.object(
            "encodings", encodings(source, exprs),
            "time", ExprCodec.write(source.time()),
            "key", PlanNode.list(key, ExprCodec::write)));
  }

  /**
   * How the timestamps that the expressions read stand in the input, where that is not ISO text.
   */
  private static Map<String, Object> encodings(SourcePlan source, List<Expr> exprs) {
    Set<String> read = new HashSet<>();
    exprs.forEach(expr -> addColumns(expr, read));
    Map<String, Object> encodings = new TreeMap<>();
    for (SourcePlan.SourceField field : source.fields()) {
      if (read.contains(field.name()) && field.encoding() != SourcePlan.TimeEncoding.ISO) {
        encodings.put(field.name(), field.encoding().name());
      }
    }
    return encodings;
  }

  private static void addColumns(Expr expr, Set<String> columns) {
    if (expr instanceof Expr.Column column) {
      columns.add(column.name());
    } else if (expr instanceof Expr.Call call) {
      call.args().forEach(arg -> addColumns(arg, columns));
    } else if (expr instanceof Expr.Struct struct) {
      struct.values().forEach(value -> addColumns(value, columns));
    } else if (expr instanceof Expr.FieldOf field) {
      addColumns(field.struct(), columns);
    }
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
