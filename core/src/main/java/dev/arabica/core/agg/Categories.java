package dev.arabica.core.agg;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import dev.arabica.core.type.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An aggregate for each category: a map from the category as text to its value. Of the categories
 * that the window holds, the {@code bound} of least hash keep an entry of their own, the rest share
 * the entry {@code other}, as does a category of that name. The hash is XXH3 with 64 bits of the
 * category's canonical bytes, unsigned, ties by the bytes; so the bound does not depend on how
 * events are grouped: what is among the least of all is among the least of its part. As exact as
 * the aggregate within.
 */
final class Categories implements Structure<Categories.State> {
  static final String OTHER = "other";
  private static final Hasher64 HASH = Hashing.xxh3_64();

  private final Layout innerLayout = new Layout();
  private final Aggregator inner;
  private final Type categoryType;
  private final boolean inputIsCategory;
  private final Type.MapType resultType;
  private final int bound;

  /**
   * @param inputIsCategory whether the input is the category, and not {@link Input#by}
   * @param resultType of the map
   */
  Categories(
      Function<Layout, Aggregator> inner,
      Type categoryType,
      boolean inputIsCategory,
      Type.MapType resultType,
      int bound) {
    this.inner = inner.apply(innerLayout);
    this.categoryType = categoryType;
    this.inputIsCategory = inputIsCategory;
    this.resultType = resultType;
    this.bound = bound;
  }

  /** One category with its own rep. */
  private record Category(long hash, byte[] bytes, Rep rep) {
    int compare(long otherHash, byte[] otherBytes) {
      int order = Long.compareUnsigned(hash, otherHash);
      return order != 0 ? order : Arrays.compareUnsigned(bytes, otherBytes);
    }
  }

  /** At most {@code bound} categories, by hash; {@code other} is null until there is one. */
  static final class State {
    private final List<Category> categories = new ArrayList<>(2);
    private Rep other;
  }

  @Override
  public State identity() {
    return new State();
  }

  @Override
  public void add(State state, Input input) {
    Object category = (inputIsCategory ? input : input.by()).boxed(categoryType);
    byte[] bytes = ValueCodec.toBytes(categoryType, category);
    inner.add(repOf(state, HASH.hashBytesToLong(bytes), bytes), input);
  }

  @Override
  public void combine(State target, State other) {
    for (Category category : other.categories) {
      inner.combine(repOf(target, category.hash, category.bytes), category.rep);
    }
    if (other.other != null) {
      inner.combine(other(target), other.other);
    }
  }

  /** The rep that takes in what belongs to a category: its own, made if need be, or the other. */
  private Rep repOf(State state, long hash, byte[] bytes) {
    List<Category> categories = state.categories;
    int at = 0;
    int to = categories.size();
    while (at < to) {
      int middle = (at + to) >>> 1;
      int order = categories.get(middle).compare(hash, bytes);
      if (order == 0) {
        return categories.get(middle).rep;
      }
      at = order < 0 ? middle + 1 : at;
      to = order < 0 ? to : middle;
    }
    if (at == bound) {
      return other(state);
    }
    categories.add(at, new Category(hash, bytes, innerLayout.newRep()));
    if (categories.size() > bound) {
      inner.combine(other(state), categories.remove(bound).rep);
    }
    return categories.get(at).rep;
  }

  private Rep other(State state) {
    if (state.other == null) {
      state.other = innerLayout.newRep();
    }
    return state.other;
  }

  @Override
  public boolean isEmpty(State state) {
    return state.categories.isEmpty();
  }

  @Override
  public FeatureStatus finish(State state, Window window, Row out, int column) {
    Row value = new Row(new RowType(List.of(new Type.Field("value", resultType.value(), true))));
    Map<Object, Object> entries = new HashMap<>();
    for (Map.Entry<String, Rep> entry : byName(state).entrySet()) {
      value.clear();
      FeatureStatus status = inner.finish(entry.getValue(), window, value, 0);
      if (status != FeatureStatus.OK) {
        out.setNull(column);
        return status;
      }
      entries.put(entry.getKey(), value.getValue(0));
    }
    out.setRef(column, Values.map(resultType, entries));
    return FeatureStatus.OK;
  }

  private Map<String, Rep> byName(State state) {
    Map<String, Rep> reps = new HashMap<>();
    for (Category category : state.categories) {
      Object value = Entry.decoded(category.bytes, categoryType);
      reps.put(ValueJson.toText(categoryType, value), category.rep);
    }
    if (state.other != null) {
      reps.merge(OTHER, state.other, this::both);
    }
    return reps;
  }

  private Rep both(Rep a, Rep b) {
    Rep both = innerLayout.newRep();
    inner.combine(both, a);
    inner.combine(both, b);
    return both;
  }

  /** The number of categories, each with its bytes and its rep; whether there is an other; it. */
  @Override
  public void encode(State state, ByteWriter out) {
    out.writeVarint(state.categories.size());
    for (Category category : state.categories) {
      out.writeBytes(category.bytes);
      inner.encode(category.rep, out);
    }
    out.writeByte(state.other == null ? 0 : 1);
    if (state.other != null) {
      inner.encode(state.other, out);
    }
  }

  @Override
  public State decode(ByteReader in) {
    int count = in.readCount(2);
    if (count > bound) {
      throw new CorruptBytesException(count + " categories where at most " + bound + " are kept");
    }
    State state = new State();
    for (int i = 0; i < count; i++) {
      state.categories.add(decodeCategory(in, state.categories));
    }
    int others = in.readByte();
    if (others > 1 || (others == 1 && count < bound)) {
      throw new CorruptBytesException("other categories where there are none");
    }
    state.other = others == 1 ? decodeInner(in) : null;
    return state;
  }

  private Category decodeCategory(ByteReader in, List<Category> before) {
    byte[] bytes = in.readBytes();
    Entry.decoded(bytes, categoryType);
    long hash = HASH.hashBytesToLong(bytes);
    if (!before.isEmpty() && before.get(before.size() - 1).compare(hash, bytes) >= 0) {
      throw new CorruptBytesException("categories out of order");
    }
    return new Category(hash, bytes, decodeInner(in));
  }

  private Rep decodeInner(ByteReader in) {
    Rep rep = innerLayout.newRep();
    inner.combineEncoded(rep, in);
    if (inner.isEmpty(rep)) {
      throw new CorruptBytesException("a category of nothing");
    }
    return rep;
  }
}
