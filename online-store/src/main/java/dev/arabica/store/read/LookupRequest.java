package dev.arabica.store.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What to read: features of one or many entities, all at one time and from one view of the store.
 *
 * @param entities for each, its keys by name: boxed values of the key's type, or text that says
 *     one; a null key gives null features
 * @param time microseconds since the epoch, by default the server's clock
 * @param allowPartial whether windows of which blocks are missing are served from what is there
 */
public record LookupRequest(
    Selection selection,
    List<Map<String, Object>> entities,
    OptionalLong time,
    boolean allowPartial) {

  public LookupRequest {
    entities =
        entities.stream()
            .map(keys -> Collections.unmodifiableMap(new LinkedHashMap<>(keys)))
            .toList();
  }

  /** Which features. */
  public sealed interface Selection permits FeatureSet, Features {}

  /** All columns of a feature set, by its name. */
  public record FeatureSet(String name) implements Selection {}

  /** Features named {@code group.feature}; the request brings the groups' own keys. */
  public record Features(List<String> names) implements Selection {
    public Features {
      names = List.copyOf(names);
    }
  }

  public static LookupRequest ofSet(String featureSet, Map<String, ?> keys) {
    return of(new FeatureSet(featureSet), keys);
  }

  public static LookupRequest ofFeatures(List<String> names, Map<String, ?> keys) {
    return of(new Features(names), keys);
  }

  private static LookupRequest of(Selection selection, Map<String, ?> keys) {
    return new LookupRequest(
        selection, List.of(new LinkedHashMap<String, Object>(keys)), OptionalLong.empty(), false);
  }

  /** The same request about other entities. */
  public LookupRequest about(List<Map<String, Object>> others) {
    return new LookupRequest(selection, others, time, allowPartial);
  }

  /** The same request at a time, microseconds since the epoch. */
  public LookupRequest at(long micros) {
    return new LookupRequest(selection, entities, OptionalLong.of(micros), allowPartial);
  }

  /** The same request, content with windows that are not wholly stored. */
  public LookupRequest allowingPartial() {
    return new LookupRequest(selection, entities, time, true);
  }
}
