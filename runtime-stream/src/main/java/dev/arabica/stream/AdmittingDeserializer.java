package dev.arabica.stream;

import dev.arabica.core.time.Instants;
import dev.arabica.intake.Admission;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.KafkaPosition;
import dev.arabica.intake.RawRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;

/** Admits each Kafka record where it is read; it is decoded this once. */
final class AdmittingDeserializer implements KafkaRecordDeserializationSchema<Admitted> {
  private static final long serialVersionUID = 1;

  private final PlannedSource source;
  private transient Admission admission;

  AdmittingDeserializer(PlannedSource source) {
    this.source = source;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    admission = new Admission(source.source());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Admitted> out) {
    Header id = record.headers().lastHeader(Admission.EVENT_ID_HEADER);
    out.collect(
        admission.admit(
            new RawRecord(record.value(), position(record), id == null ? null : id.value())));
  }

  private static KafkaPosition position(ConsumerRecord<?, ?> record) {
    boolean stamped = record.timestampType() != TimestampType.NO_TIMESTAMP_TYPE;
    return new KafkaPosition(
        record.topic(),
        record.partition(),
        record.offset(),
        stamped ? record.timestamp() * Instants.MICROS_PER_MILLI : KafkaPosition.NO_TIMESTAMP);
  }

  @Override
  public TypeInformation<Admitted> getProducedType() {
    return WireType.admitted(source);
  }
}
