package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Row;
import dev.arabica.intake.Admission;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import dev.arabica.intake.RecordPosition;
import dev.arabica.reference.ReferenceData;
import dev.arabica.reference.SnapshotRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of a test as what an engine reads. */
final class GivenRows {
  private final Plan plan;
  private final Map<String, List<Event>> events = new HashMap<>();
  private final Map<String, List<SnapshotRow>> snapshots = new HashMap<>();
  private final Map<String, Object> request = new HashMap<>();
  private final Map<RecordPosition, SpecTest.Row> rows = new HashMap<>();
  private final List<Failure> bad = new ArrayList<>();

  GivenRows(Plan plan, List<SpecTest.Given> givens) {
    this.plan = plan;
    for (SpecTest.Given given : givens) {
      switch (given.input()) {
        case SOURCE -> addEvents(given);
        case SNAPSHOT -> addVersions(given);
        case REQUEST -> addRequest(given);
      }
    }
  }

  ReferenceData data() {
    return new ReferenceData(events, snapshots);
  }

  /** What the request brings, by column; without its nulls. */
  Map<String, Object> request() {
    return request;
  }

  /** The line of a position. */
  Map<RecordPosition, SpecTest.Row> rows() {
    return rows;
  }

  /** The rows that are not admitted. */
  List<Failure> bad() {
    return bad;
  }

  private void addEvents(SpecTest.Given given) {
    SourcePlan source = plan.source(given.name());
    Admission admission = Admission.ofFew(source);
    List<Event> own = events.computeIfAbsent(source.name(), name -> new ArrayList<>());
    for (SpecTest.Row line : given.rows()) {
      Row row = new Row(source.rowType());
      for (int i = 0; i < given.columns().size(); i++) {
        String column = given.columns().get(i).name();
        row.setValue(row.type().require(column), line.cells().get(i).value());
      }
      Admitted admitted = admission.admit(row, place(given, line));
      if (admitted instanceof Event event) {
        own.add(event);
      } else {
        DeadLetter letter = (DeadLetter) admitted;
        bad.add(new Failure.BadRow(line, letter.reason().toString(), letter.detail()));
      }
    }
  }

  private void addVersions(SpecTest.Given given) {
    SnapshotPlan snapshot = plan.snapshot(given.name());
    List<SnapshotRow> own = snapshots.computeIfAbsent(snapshot.name(), n -> new ArrayList<>());
    int keys = snapshot.keys().size();
    for (SpecTest.Row line : given.rows()) {
      List<Object> values = new ArrayList<>();
      line.cells().forEach(cell -> values.add(cell.value()));
      if (values.subList(0, keys + 1).contains(null)) {
        bad.add(
            new Failure.BadRow(
                line,
                DeadLetter.Reason.MISSING_FIELD.toString(),
                "a row of a snapshot has its keys and `" + snapshot.validFrom() + "`"));
      } else {
        own.add(
            new SnapshotRow(
                values.subList(0, keys),
                (Long) values.get(keys),
                values.subList(keys + 1, values.size()),
                place(given, line)));
      }
    }
  }

  private void addRequest(SpecTest.Given given) {
    for (SpecTest.Row line : given.rows()) {
      for (int i = 0; i < given.columns().size(); i++) {
        Object value = line.cells().get(i).value();
        if (value != null) {
          request.put(given.columns().get(i).name(), value);
        }
      }
    }
  }

  /** Numbered through all rows of the test, so that no two of them are one. */
  private RecordPosition place(SpecTest.Given given, SpecTest.Row line) {
    RecordPosition position = new FilePosition(given.name(), rows.size() + 1L);
    rows.put(position, line);
    return position;
  }
}
