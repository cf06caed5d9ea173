package dev.arabica.cli.demo;

import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.intake.Admission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends the feed to Kafka; each record's timestamp is its arrival on the feed's clock. */
final class FeedProducer implements AutoCloseable {
  private static final int PARTITIONS = 2;

  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  private FeedProducer(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Creates the sources' topics. */
  static void createTopics(String bootstrap, Collection<SourcePlan> sources)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      List<NewTopic> topics =
          sources.stream()
              .flatMap(source -> source.topic().stream())
              .distinct()
              .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
              .toList();
      admin.createTopics(topics).all().get();
    }
  }

  static FeedProducer connect(String bootstrap) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "linger.ms", 5, "enable.idempotence", true);
    return new FeedProducer(
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  void send(FeedItem item, long sequence) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            item.source().topic().orElseThrow(),
            (int) (sequence % PARTITIONS),
            Math.max(0, item.arrivalMicros() / Instants.MICROS_PER_MILLI),
            null,
            item.payload());
    item.id().ifPresent(id -> record.headers().add(Admission.EVENT_ID_HEADER, id.toBytes()));
    producer.send(record, (position, e) -> failure.compareAndSet(null, e));
  }

  /** Waits until the broker has everything. */
  void flush() throws Exception {
    producer.flush();
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
