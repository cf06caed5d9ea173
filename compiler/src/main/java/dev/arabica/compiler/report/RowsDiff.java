package dev.arabica.compiler.report;

import dev.arabica.compiler.report.DeclarationChange.Kind;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.core.time.Instants;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of the sources of two plans, and of the views that stand in them. */
final class RowsDiff {
  private RowsDiff() {}

  static List<DeclarationChange> sources(Plan old, Plan now) {
    return new NamedDiff<>(Kind.SOURCE, SourcePlan::name, RowsDiff::changes)
        .between(old.sources(), now.sources());
  }

  static List<DeclarationChange> views(Plan old, Plan now) {
    return new NamedDiff<>(Kind.VIEW, StreamPlan::name, RowsDiff::changes)
        .between(old.streams(), now.streams());
  }

  /**
   * Rows that were admitted so far stay in the old table, and what they lack they lack for ever.
   */
  private static List<Change> changes(SourcePlan was, SourcePlan is) {
    Change.Collector changes = new Change.Collector();
    changes
        .compare("topic", was.topic().orElse("none"), is.topic().orElse("none"))
        .compareUnsafe("table", was.table(), is.table())
        .compare("format", format(was.format()), format(is.format()))
        .compare("time", ExprText.of(was.time()), ExprText.of(is.time()))
        .compare("dedup", dedup(was.dedup()), dedup(is.dedup()))
        .compare("watermark behind", pretty(was.behindMicros()), pretty(is.behindMicros()))
        .compare("late up to", pretty(was.lateMicros()), pretty(is.lateMicros()))
        .compare("ahead up to", pretty(was.aheadMicros()), pretty(is.aheadMicros()));
    FieldsDiff.compare(
        "field",
        was.fields().stream().map(RowsDiff::field).toList(),
        is.fields().stream().map(RowsDiff::field).toList(),
        changes);
    return changes.found();
  }

  private static FieldsDiff.Field field(SourcePlan.SourceField field) {
    String encoding =
        field.encoding() == SourcePlan.TimeEncoding.ISO
            ? ""
            : "(" + field.encoding().name().toLowerCase(Locale.ROOT) + ")";
    return new FieldsDiff.Field(field.name(), field.type() + encoding, field.nullable());
  }

  private static List<Change> changes(StreamPlan was, StreamPlan is) {
    Change.Collector changes = new Change.Collector();
    compare(was, is, changes);
    return changes.found();
  }

  static void compare(StreamPlan was, StreamPlan is, Change.Collector changes) {
    changes
        .compare("rows of " + is.name(), branches(was), branches(is))
        .compare("columns of " + is.name(), columns(was), columns(is))
        .compare("dedup of " + is.name(), dedup(was.dedup()), dedup(is.dedup()));
  }

  private static String branches(StreamPlan stream) {
    return stream.branches().stream()
        .map(b -> b.from() + b.where().map(w -> " where " + ExprText.of(w)).orElse(""))
        .collect(Collectors.joining(" and "));
  }

  /** With what they are made of, where that is more than a column of the same name. */
  private static String columns(StreamPlan stream) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < stream.columns().size(); i++) {
      int column = i;
      String name = stream.columns().get(i).name();
      String made =
          stream.branches().stream()
              .map(branch -> ExprText.of(branch.columns().get(column)))
              .distinct()
              .collect(Collectors.joining(" | "));
      text.append(i == 0 ? "" : ", ").append(name).append(' ');
      text.append(stream.columns().get(i).type()).append(made.equals(name) ? "" : " = " + made);
    }
    return text.toString();
  }

  static String dedup(Optional<SourcePlan.Dedup> dedup) {
    return dedup.map(AggregateText::dedup).orElse("none");
  }

  /** The fields whose timestamps do not stand as ISO text in the input. */
  static String encodings(SourcePlan source) {
    return source.fields().stream()
        .filter(field -> field.encoding() != SourcePlan.TimeEncoding.ISO)
        .map(field -> field.name() + " in " + field.encoding().name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String format(SourcePlan.Format format) {
    return format.kind().name().toLowerCase(Locale.ROOT)
        + format.schema().map(schema -> " schema " + schema).orElse("")
        + format.message().map(message -> " message " + message).orElse("");
  }

  private static String pretty(long micros) {
    return Instants.prettyDuration(micros);
  }
}
