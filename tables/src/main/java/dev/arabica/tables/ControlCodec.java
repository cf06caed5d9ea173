package dev.arabica.tables;

import dev.arabica.core.json.Json;
import dev.arabica.core.time.TimeRanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The canonical JSON of control facts; what is empty is left out. */
final class ControlCodec {
  private static final String WATERMARK = "watermark";
  private static final String COMPLETE_FROM = "complete_from";
  private static final String SEALED = "sealed";
  private static final String STREAMED = "streamed";
  private static final String REPAIRED_RAW = "repaired_raw";
  private static final String BUILT = "built";
  private static final String RECEIVED = "received";
  private static final Set<String> MEMBERS =
      Set.of(WATERMARK, COMPLETE_FROM, SEALED, STREAMED, REPAIRED_RAW, BUILT, RECEIVED);

  private ControlCodec() {}

  static String toJson(Control control) {
    Map<String, Object> document = new TreeMap<>();
    put(document, WATERMARK, control.watermarks());
    put(document, COMPLETE_FROM, control.completeFrom());
    put(document, REPAIRED_RAW, control.repairedRaw());
    Map<String, Object> sealed = new TreeMap<>();
    control.sealed().forEach((pack, spans) -> sealed.put(pack, pairs(spans)));
    put(document, SEALED, sealed);
    Map<String, Object> built = new TreeMap<>();
    control.built().forEach((source, packs) -> built.put(source, pairs(packs)));
    put(document, BUILT, built);
    put(document, RECEIVED, pairs(control.received()));
    if (!control.streamed().isEmpty()) {
      document.put(STREAMED, new TreeSet<>(control.streamed()));
    }
    return Json.canonical(document);
  }

  static Control fromJson(String json) {
    Map<String, Object> document = Json.parseObject(json);
    Set<String> unknown = new HashSet<>(document.keySet());
    unknown.removeAll(MEMBERS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("control facts of an unknown kind: " + unknown);
    }
    try {
      Control.Builder control = Control.builder();
      numbers(document, WATERMARK).forEach(control::watermark);
      numbers(document, COMPLETE_FROM).forEach(control::completeFrom);
      numbers(document, REPAIRED_RAW).forEach(control::repairedRaw);
      readSealed(document, control);
      members(document, BUILT)
          .forEach((source, packs) -> control.built((String) source, ranges((Map<?, ?>) packs)));
      ranges(members(document, RECEIVED)).forEach(control::received);
      for (Object source : (List<?>) document.getOrDefault(STREAMED, List.of())) {
        control.streamed((String) source);
      }
      return control.build();
    } catch (ClassCastException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not control facts: " + json, e);
    }
  }

  private static void put(Map<String, Object> document, String member, Map<String, ?> facts) {
    if (!facts.isEmpty()) {
      document.put(member, facts);
    }
  }

  private static List<List<Long>> pairs(List<Control.Span> spans) {
    return spans.stream().map(span -> List.of(span.from(), span.to())).toList();
  }

  private static Map<String, Object> pairs(Map<String, TimeRanges> ranges) {
    Map<String, Object> pairs = new TreeMap<>();
    ranges.forEach(
        (name, of) ->
            pairs.put(
                name,
                of.ranges().stream().map(range -> List.of(range.from(), range.to())).toList()));
    return pairs;
  }

  private static Map<?, ?> members(Map<String, Object> document, String member) {
    return (Map<?, ?>) document.getOrDefault(member, Map.of());
  }

  private static Map<String, Long> numbers(Map<String, Object> document, String member) {
    Map<String, Long> numbers = new TreeMap<>();
    members(document, member).forEach((name, value) -> numbers.put((String) name, (Long) value));
    return numbers;
  }

  private static Map<String, TimeRanges> ranges(Map<?, ?> members) {
    Map<String, TimeRanges> all = new TreeMap<>();
    members.forEach(
        (name, pairs) -> {
          List<TimeRanges.Range> ranges = new ArrayList<>();
          for (Object pair : (List<?>) pairs) {
            List<?> bounds = (List<?>) pair;
            ranges.add(new TimeRanges.Range((Long) bounds.get(0), (Long) bounds.get(1)));
          }
          all.put((String) name, new TimeRanges(ranges));
        });
    return all;
  }

  private static void readSealed(Map<String, Object> document, Control.Builder control) {
    members(document, SEALED)
        .forEach(
            (pack, spans) -> {
              for (Object span : (List<?>) spans) {
                List<?> bounds = (List<?>) span;
                control.sealed((String) pack, (Long) bounds.get(0), (Long) bounds.get(1));
              }
            });
  }
}
