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

/**
 * An aggregate for each category: a map from the category as text to its value. Of the categories
 * that the window holds, the {@code bound} of least hash keep an entry of their own, the rest share
 * the entry {@code other}, as does a category of that name. The hash is XXH3 with 64 bits of the
 * category's canonical bytes, unsigned, ties by the bytes; so the bound does not depend on how
 * events are grouped: what is among the least of all is among the least of its part. As exact as
 * the aggregate within.
 */
final class Categories<R> implements Aggregator<Categories.Rep<R>> {
  static final String OTHER = "other";
  private static final Hasher64 HASH = Hashing.xxh3_64();

  private final Aggregator<R> inner;
  private final Type categoryType;
  private final boolean inputIsCategory;
  private final Type.MapType resultType;
  private final int bound;

  /**
   * @param inputIsCategory whether the input is the category, and not {@link Input#by}
   * @param resultType of the map
   */
  Categories(
      Aggregator<R> inner,
      Type categoryType,
      boolean inputIsCategory,
      Type.MapType resultType,
      int bound) {
    this.inner = inner;
    this.categoryType = categoryType;
    this.inputIsCategory = inputIsCategory;
    this.resultType = resultType;
    this.bound = bound;
  }

  /** One category with its own rep. */
  private record Category<R>(long hash, byte[] bytes, R rep) {
    int compare(long otherHash, byte[] otherBytes) {
      int order = Long.compareUnsigned(hash, otherHash);
      return order != 0 ? order : Arrays.compareUnsigned(bytes, otherBytes);
    }
  }

  /** At most {@code bound} categories, by hash; {@code other} is null until there is one. */
  static final class Rep<R> {
    private final List<Category<R>> categories = new ArrayList<>(2);
    private R other;
  }

  @Override
  public Rep<R> identity() {
    return new Rep<>();
  }

  @Override
  public void add(Rep<R> rep, Input input) {
    Object category = (inputIsCategory ? input : input.by()).boxed(categoryType);
    byte[] bytes = ValueCodec.toBytes(categoryType, category);
    inner.add(repOf(rep, HASH.hashBytesToLong(bytes), bytes), input);
  }

  @Override
  public void combine(Rep<R> target, Rep<R> other) {
    for (Category<R> category : other.categories) {
      inner.combine(repOf(target, category.hash, category.bytes), category.rep);
    }
    if (other.other != null) {
      inner.combine(other(target), other.other);
    }
  }

  /** The rep that takes in what belongs to a category: its own, made if need be, or the other. */
  private R repOf(Rep<R> rep, long hash, byte[] bytes) {
    List<Category<R>> categories = rep.categories;
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
      return other(rep);
    }
    categories.add(at, new Category<>(hash, bytes, inner.identity()));
    if (categories.size() > bound) {
      inner.combine(other(rep), categories.remove(bound).rep);
    }
    return categories.get(at).rep;
  }

  private R other(Rep<R> rep) {
    if (rep.other == null) {
      rep.other = inner.identity();
    }
    return rep.other;
  }

  @Override
  public boolean isEmpty(Rep<R> rep) {
    return rep.categories.isEmpty();
  }

  @Override
  public FeatureStatus finish(Rep<R> rep, Window window, Row out, int column) {
    Row value = new Row(new RowType(List.of(new Type.Field("value", resultType.value(), true))));
    Map<Object, Object> entries = new HashMap<>();
    for (Map.Entry<String, R> entry : byName(rep).entrySet()) {
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

  private Map<String, R> byName(Rep<R> rep) {
    Map<String, R> reps = new HashMap<>();
    for (Category<R> category : rep.categories) {
      Object value = Entry.decoded(category.bytes, categoryType);
      reps.put(ValueJson.toText(categoryType, value), category.rep);
    }
    if (rep.other != null) {
      reps.merge(OTHER, rep.other, this::both);
    }
    return reps;
  }

  private R both(R a, R b) {
    R both = inner.identity();
    inner.combine(both, a);
    inner.combine(both, b);
    return both;
  }

  /** The number of categories, each with its bytes and its rep; whether there is an other; it. */
  @Override
  public void encode(Rep<R> rep, ByteWriter out) {
    out.writeVarint(rep.categories.size());
    for (Category<R> category : rep.categories) {
      out.writeBytes(category.bytes);
      inner.encode(category.rep, out);
    }
    out.writeByte(rep.other == null ? 0 : 1);
    if (rep.other != null) {
      inner.encode(rep.other, out);
    }
  }

  @Override
  public Rep<R> decode(ByteReader in) {
    int count = in.readCount(2);
    if (count > bound) {
      throw new CorruptBytesException(count + " categories where at most " + bound + " are kept");
    }
    Rep<R> rep = new Rep<>();
    for (int i = 0; i < count; i++) {
      rep.categories.add(decodeCategory(in, rep.categories));
    }
    int others = in.readByte();
    if (others > 1 || (others == 1 && count < bound)) {
      throw new CorruptBytesException("other categories where there are none");
    }
    rep.other = others == 1 ? decodeInner(in) : null;
    return rep;
  }

  private Category<R> decodeCategory(ByteReader in, List<Category<R>> before) {
    byte[] bytes = in.readBytes();
    Entry.decoded(bytes, categoryType);
    long hash = HASH.hashBytesToLong(bytes);
    if (!before.isEmpty() && before.get(before.size() - 1).compare(hash, bytes) >= 0) {
      throw new CorruptBytesException("categories out of order");
    }
    return new Category<>(hash, bytes, decodeInner(in));
  }

  private R decodeInner(ByteReader in) {
    R rep = inner.decode(in);
    if (inner.isEmpty(rep)) {
      throw new CorruptBytesException("a category of nothing");
    }
    return rep;
  }
}
