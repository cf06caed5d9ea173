package dev.arabica.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Turns the records of a file into the JSON in which they are published to Kafka, so that a replay
 * means what the file means: the same rows, the same dead letters for the same reasons, and, with
 * the id sent as {@link Admission#EVENT_ID_HEADER}, the same identities.
 */
public final class EventEncoder {
  private final SourcePlan source;
  private final CsvRowDecoder decoder;

  private EventEncoder(SourcePlan source, InputFile file) {
    this.source = source;
    this.decoder = file.csvFormat() ? new CsvRowDecoder(source, file) : null;
  }

  /**
   * One record to publish.
   *
   * @param id the identity of its position in the file
   * @param admitted what it is, read from the file
   */
  public record Outgoing(byte[] payload, EventId id, Admitted admitted) {}

  /**
   * The records of a file, dead letters included, in the file's order.
   *
   * @throws DataFileException as {@link EventFiles#read}
   */
  public static RecordIterator<Outgoing> read(SourcePlan source, Path path) {
    InputFile file = InputFile.open(path);
    try {
      EventEncoder encoder = new EventEncoder(source, file);
      RowDecoder decoder = encoder.decoder == null ? new JsonRowDecoder(source) : encoder.decoder;
      Admission admission = new Admission(source, decoder, Evaluators::bind);
      return new OutgoingRecords(file, encoder, admission);
    } catch (DataFileException e) {
      file.close();
      throw e;
    }
  }

  /** JSON Lines as they are; of CSV an object of the declared fields that have a value. */
  private byte[] encode(byte[] record) {
    if (decoder == null) {
      return record;
    }
    try {
      return json(decoder.texts(record));
    } catch (Rejection notEvenCsv) {
      // Not JSON either, so that it is a dead letter there too.
      return record;
    }
  }

  private byte[] json(List<String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator out = JsonRowDecoder.JSON.createGenerator(bytes)) {
      out.writeStartObject();
      for (int i = 0; i < texts.size(); i++) {
        if (decoder.target(i) >= 0 && texts.get(i) != null) {
          SourcePlan.SourceField field = source.fields().get(decoder.target(i));
          out.writeFieldName(field.name());
          write(out, field, texts.get(i));
        }
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator out, SourcePlan.SourceField field, String text)
      throws IOException {
    Object value;
    try {
      value = Texts.boxed(text, field.type(), field.encoding(), field.name());
    } catch (Rejection wrongType) {
      out.writeString(text);
      return;
    }
    if (field.type() == Type.TIMESTAMP) {
      writeInstant(out, field.encoding(), (Long) value);
    } else if (field.type() instanceof Type.Scalar || field.type() instanceof Type.DecimalType) {
      ValueJson.write(out, field.type(), value);
    } else {
      out.writeRawValue(text);
    }
  }

  private static void writeInstant(JsonGenerator out, SourcePlan.TimeEncoding encoding, long micros)
      throws IOException {
    if (encoding == SourcePlan.TimeEncoding.ISO) {
      out.writeString(Instants.format(micros));
    } else {
      out.writeNumber(micros / encoding.microsPerUnit());
    }
  }

  private record OutgoingRecords(InputFile file, EventEncoder encoder, Admission admission)
      implements RecordIterator<Outgoing> {
    @Override
    public boolean hasNext() {
      return file.hasNext();
    }

    @Override
    public Outgoing next() {
      byte[] record = file.next();
      FilePosition position = file.position();
      return new Outgoing(
          encoder.encode(record),
          Admission.positionId(position),
          admission.admit(new RawRecord(record, position, null)));
    }

    @Override
    public void close() {
      file.close();
    }
  }
}
