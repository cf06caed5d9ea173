package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Content hashes. An aggregate's identity covers everything that can change its reps: source, event
 * time, dedup, filters, keys, input, parameters and codec version; names, windows, steps and
 * anchors are not part of it. What came to the language later is in it only where it is used, so
 * that what is stored keeps its name.
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

  /**
   * The identity of an aggregate: 32 hex digits. Labels have one too.
   *
   * @param rows the plan that has the source or stream {@code from}
   * @param keys what the events are told apart by
   * @param where the filter beside the aggregate's own
   */
  public static String aggregate(
      Plan rows,
      String from,
      List<Expr> keys,
      Optional<Expr> where,
      GroupPlan.Aggregate aggregate) {
    return new AggregateIdentities(rows).of(from, keys, where, aggregate);
  }

  /**
   * What admission fixes for ever of a source's events: how their time and their identity come
   * about. Rows that were admitted under another are not the same events.
   */
  public static String events(SourcePlan source) {
    return identity(RowsDocument.events(source));
  }

  /** The id of a pack: a hash of the identities of its aggregates, in order. */
  public static String pack(List<String> aggregateIds) {
    return identity(aggregateIds);
  }

  static String identity(Object document) {
    return sha256(Json.canonical(document).getBytes(StandardCharsets.UTF_8))
        .substring(0, IDENTITY_HEX);
  }
}
