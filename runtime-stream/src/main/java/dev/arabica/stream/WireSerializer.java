package dev.arabica.stream;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Between Flink's serialisation and our codecs: an element is a length and the bytes of its codec.
 *
 * @param <T> the element; immutable, unless a subclass overrides {@link #copy(Object)}
 */
abstract class WireSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1;

  private transient ByteWriter writer;

  abstract void write(T element, ByteWriter out);

  abstract T read(ByteReader in);

  @Override
  public final void serialize(T element, DataOutputView target) throws IOException {
    if (writer == null) {
      writer = new ByteWriter();
    }
    write(element, writer.reset());
    target.writeInt(writer.size());
    target.write(writer.array(), 0, writer.size());
  }

  @Override
  public final T deserialize(DataInputView source) throws IOException {
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    ByteReader in = new ByteReader(bytes);
    T element = read(in);
    in.expectEnd();
    return element;
  }

  @Override
  public final T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public final T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public final void copy(DataInputView source, DataOutputView target) throws IOException {
    int length = source.readInt();
    target.writeInt(length);
    target.write(source, length);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  /** Nothing to reuse: every element is read as a new one. */
  @Override
  public final T createInstance() {
    return null;
  }

  @Override
  public final int getLength() {
    return -1;
  }
}
