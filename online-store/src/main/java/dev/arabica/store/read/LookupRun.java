package dev.arabica.store.read;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.assemble.WindowAssembler;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import dev.arabica.store.ReadSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One lookup under way: a view of the store and a reader for each group. */
final class LookupRun implements AutoCloseable {
  private final ReadPlan plan;
  private final ReadSession session;
  private final long time;
  private final List<GroupReader> readers = new ArrayList<>();

  /** By member; null where the group has no watermark yet. */
  private final List<WindowAssembler.Request> bounds = new ArrayList<>();

  LookupRun(ReadPlan plan, ReadSession session, long time, boolean allowPartial) {
    this.plan = plan;
    this.session = session;
    this.time = time;
    try {
      for (ReadPlan.Member member : plan.members) {
        readers.add(member.readers().take(member));
        bounds.add(bounds(member.group(), allowPartial));
      }
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private WindowAssembler.Request bounds(GroupPlan group, boolean allowPartial) {
    OptionalLong watermark = session.control().watermark(group.source());
    if (watermark.isEmpty()) {
      return null;
    }
    return new WindowAssembler.Request(
        time, Window.floor(watermark.getAsLong(), group.ladder().baseSize()), allowPartial);
  }

  /** Reads all entities; {@code keys} by entity and member. */
  Explanation read(List<List<List<Object>>> keys, boolean explain) {
    List<LookupResponse.Entity> entities = new ArrayList<>(keys.size());
    List<List<Explanation.GroupTrace>> traces = new ArrayList<>();
    for (List<List<Object>> entity : keys) {
      List<Explanation.GroupTrace> trace = explain ? new ArrayList<>() : null;
      for (int member = 0; member < readers.size(); member++) {
        readMember(member, entity.get(member), trace);
      }
      entities.add(entity());
      if (explain) {
        traces.add(trace);
      }
    }
    List<LookupResponse.Column> columns =
        plan.columns.stream()
            .map(column -> new LookupResponse.Column(column.name(), column.type(), column.member()))
            .toList();
    LookupResponse response =
        new LookupResponse(time, session.control().revision(), groups(), columns, entities);
    return new Explanation(response, traces);
  }

  private void readMember(int member, List<Object> keys, List<Explanation.GroupTrace> traceOrNull) {
    GroupReader reader = readers.get(member);
    WindowAssembler.Request request = bounds.get(member);
    if (traceOrNull == null) {
      reader.read(session, keys, request, null);
      return;
    }
    List<Explanation.BlockRead> blocks = new ArrayList<>();
    reader.read(session, keys, request, blocks);
    boolean looked = request != null && !keys.contains(null);
    traceOrNull.add(
        new Explanation.GroupTrace(looked ? reader.windows(request) : List.of(), blocks));
  }

  private LookupResponse.Entity entity() {
    List<Object> values = new ArrayList<>(plan.columns.size());
    List<FeatureStatus> statuses = new ArrayList<>(plan.columns.size());
    for (ReadPlan.Column column : plan.columns) {
      GroupReader reader = readers.get(column.member());
      values.add(reader.value(column.position()));
      statuses.add(reader.status(column.position()));
    }
    List<Boolean> found = readers.stream().map(GroupReader::found).toList();
    List<Optional<String>> errors = readers.stream().map(GroupReader::error).toList();
    return new LookupResponse.Entity(values, statuses, found, errors);
  }

  private List<LookupResponse.Group> groups() {
    List<LookupResponse.Group> groups = new ArrayList<>();
    for (int i = 0; i < plan.members.size(); i++) {
      ReadPlan.Member member = plan.members.get(i);
      WindowAssembler.Request request = bounds.get(i);
      OptionalLong watermark =
          request == null ? OptionalLong.empty() : OptionalLong.of(request.watermark());
      OptionalLong staleness =
          request == null
              ? OptionalLong.empty()
              : OptionalLong.of(Math.max(0, time - request.watermark()));
      groups.add(
          new LookupResponse.Group(member.alias(), member.group().name(), watermark, staleness));
    }
    return groups;
  }

  @Override
  public void close() {
    for (int i = 0; i < readers.size(); i++) {
      plan.members.get(i).readers().give(readers.get(i));
    }
    session.close();
  }
}
