package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;
import static dev.arabica.core.plan.PlanNode.optional;
import static dev.arabica.core.plan.PlanNode.present;

import dev.arabica.core.expr.Columns;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.json.Json;
import dev.arabica.core.plan.SourcePlan.SourceField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the rows of a source or a stream are, as a part of identities: of a source its name, of a
 * stream how it is made. Only columns that are read are in it, so that another one changes nothing.
 */
final class RowsDocument {
  private final Map<String, StreamPlan> streams = new HashMap<>();
  private final Map<String, SourcePlan> sources = new HashMap<>();
  private final Map<String, Map<String, Object>> fixed = new HashMap<>();

  private final Map<Read, String> hashes = new HashMap<>();

  /** Some columns of a stream. */
  private record Read(String stream, Set<String> columns) {}

  RowsDocument(Plan plan) {
    plan.streams().forEach(stream -> streams.put(stream.name(), stream));
    plan.sources().forEach(source -> sources.put(source.name(), source));
  }

  /**
   * @param read the expressions over the rows
   */
  Map<String, Object> of(String from, List<Expr> read) {
    return streams.containsKey(from)
        ? object("stream", stream(streams.get(from), read))
        : source(sources.get(from), read);
  }

  /** The hash of what a stream is: many aggregates read the same columns of one. */
  private String stream(StreamPlan stream, List<Expr> read) {
    List<Expr> all = new ArrayList<>(read);
    stream.dedup().ifPresent(dedup -> all.addAll(dedup.key()));
    Read key = new Read(stream.name(), Set.copyOf(Columns.readBy(all).keySet()));
    String known = hashes.get(key);
    if (known == null) {
      known = Fingerprint.identity(document(stream, key.columns()));
      hashes.put(key, known);
    }
    return known;
  }

  /** What of a source's events is fixed when they are admitted. */
  static Map<String, Object> events(SourcePlan source) {
    List<Expr> key = source.dedup().map(SourcePlan.Dedup::key).orElse(List.of());
    return object(
        "encodings", encodings(source, key),
        "time", ExprCodec.write(source.time()),
        "key", list(key, ExprCodec::write));
  }

  private Map<String, Object> source(SourcePlan source, List<Expr> read) {
    List<Expr> all = new ArrayList<>(read);
    source.dedup().ifPresent(dedup -> all.addAll(dedup.key()));
    Map<String, Object> document =
        new TreeMap<>(fixed.computeIfAbsent(source.name(), name -> fixed(source)));
    document.put("encodings", encodings(source, all));
    return document;
  }

  /** What is the same whoever reads the source. */
  private static Map<String, Object> fixed(SourcePlan source) {
    return object(
        "source", source.name(),
        "time", Json.text(ExprCodec.write(source.time())),
        "dedup", Json.text(optional(source.dedup(), SourceCodec::write)));
  }

  private Map<String, Object> document(StreamPlan stream, Set<String> columns) {
    // A union has no order: the branches are sorted by what they say.
    List<Object> branches = new ArrayList<>();
    stream.branches().forEach(branch -> branches.add(branch(stream, branch, columns)));
    branches.sort(Comparator.comparing(Json::canonical));
    return object("branches", branches, "dedup", present(stream.dedup(), SourceCodec::write));
  }

  private Object branch(StreamPlan stream, StreamPlan.Branch branch, Set<String> read) {
    Map<String, Object> columns = new TreeMap<>();
    List<Expr> exprs = new ArrayList<>();
    branch.where().ifPresent(exprs::add);
    for (int i = 0; i < branch.columns().size(); i++) {
      String name = stream.columns().get(i).name();
      if (read.contains(name)) {
        columns.put(name, ExprCodec.write(branch.columns().get(i)));
        exprs.add(branch.columns().get(i));
      }
    }
    return object(
        "rows", of(branch.from(), exprs),
        "where", present(branch.where(), ExprCodec::write),
        "columns", columns);
  }

  /**
   * How the timestamps that the expressions and the event time read stand in the input, where that
   * is not ISO text.
   */
  private static Map<String, Object> encodings(SourcePlan source, List<Expr> exprs) {
    Set<String> read = new HashSet<>(Columns.readBy(exprs).keySet());
    read.addAll(Columns.readBy(List.of(source.time())).keySet());
    Map<String, Object> encodings = new TreeMap<>();
    for (SourceField field : source.fields()) {
      if (read.contains(field.name()) && field.encoding() != SourcePlan.TimeEncoding.ISO) {
        encodings.put(field.name(), field.encoding().name());
      }
    }
    return encodings;
  }
}
