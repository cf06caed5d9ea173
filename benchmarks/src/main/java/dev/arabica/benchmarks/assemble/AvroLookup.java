package dev.arabica.benchmarks.assemble;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Tiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * As systems are built that store blocks as Avro: decoded into generic records, merged field by
 * field as objects.
 */
final class AvroLookup extends Lookup {
  private static final Schema NEWEST =
      SchemaBuilder.record("Newest")
          .fields()
          .requiredLong("value")
          .requiredLong("time")
          .endRecord();
  private static final Schema TILE =
      SchemaBuilder.record("Tile")
          .fields()
          .requiredLong("count")
          .requiredLong("sum")
          .requiredLong("min")
          .requiredLong("max")
          .name("last")
          .type(NEWEST)
          .noDefault()
          .endRecord();

  /** How each field of two tiles becomes one. */
  private static final List<BinaryOperator<Object>> MERGES =
      List.of(
          (a, b) -> (Long) a + (Long) b,
          (a, b) -> (Long) a + (Long) b,
          (a, b) -> Math.min((Long) a, (Long) b),
          (a, b) -> Math.max((Long) a, (Long) b),
          (a, b) -> time(a) >= time(b) ? a : b);

  private final byte[][] bytes;
  private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(TILE);
  private final Object[] out = new Object[Tiles.windows() * MERGES.size()];
  private BinaryDecoder decoder;

  AvroLookup(Tiles tiles) {
    super(tiles);
    bytes = new byte[tiles.blocks()][];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = encode(tiles.events(i));
    }
  }

  private static long time(Object newest) {
    return (Long) ((GenericRecord) newest).get(1);
  }

  @Override
  public long lookUp(int key) {
    GenericRecord running = null;
    int block = Tiles.BLOCKS;
    long sum = 0;
    for (int window = 0; window < Tiles.windows(); window++) {
      while (block > Tiles.BLOCKS - Tiles.blocksOf(window)) {
        GenericRecord tile = decode(bytes[key * Tiles.BLOCKS + --block]);
        running = running == null ? tile : merge(running, tile);
      }
      sum += finish(window * MERGES.size(), running);
    }
    return sum;
  }

  private GenericRecord decode(byte[] tile) {
    try {
      decoder = DecoderFactory.get().binaryDecoder(tile, decoder);
      return reader.read(null, decoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GenericRecord merge(GenericRecord running, GenericRecord tile) {
    for (int i = 0; i < MERGES.size(); i++) {
      running.put(i, MERGES.get(i).apply(running.get(i), tile.get(i)));
    }
    return running;
  }

  private long finish(int at, GenericRecord running) {
    long sum = 0;
    for (int i = 0; i < MERGES.size(); i++) {
      Object value = running.get(i);
      out[at + i] = value instanceof GenericRecord newest ? newest.get(0) : value;
      sum += (Long) out[at + i];
    }
    return sum;
  }

  private static byte[] encode(Events events) {
    Answer answer = Answer.of(events);
    long newest = events.time[0];
    for (long time : events.time) {
      newest = Math.max(newest, time);
    }
    GenericRecord last = new GenericData.Record(NEWEST);
    last.put(0, answer.last());
    last.put(1, newest);
    GenericRecord tile = new GenericData.Record(TILE);
    tile.put(0, answer.count());
    tile.put(1, answer.sum());
    tile.put(2, answer.min());
    tile.put(3, answer.max());
    tile.put(4, last);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(TILE).write(tile, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (int at = 0; at < out.length; at += MERGES.size()) {
      answers.add(
          new Answer(
              (Long) out[at],
              (Long) out[at + 1],
              (Long) out[at + 2],
              (Long) out[at + 3],
              (Long) out[at + 4]));
    }
    return answers;
  }
}
