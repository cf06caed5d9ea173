package dev.arabica.stream;

import dev.arabica.broker.EmbeddedBroker;
import dev.arabica.tables.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker with the topic of views, and an environment with their plan. */
final class StreamFixture implements AutoCloseable {
  static final int PARTITIONS = 3;

  private final EmbeddedBroker broker;
  private final Path folder;
  private final KafkaProducer<byte[], byte[]> producer;

  StreamFixture(Path folder) {
    this.folder = folder.resolve("env");
    this.broker = EmbeddedBroker.start(folder.resolve("broker"));
    broker.createTopic(ViewsPlan.TOPIC, PARTITIONS);
    Environment.create(this.folder).plans().makeCurrent(ViewsPlan.plan());
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  Path folder() {
    return folder;
  }

  Environment environment() {
    return Environment.open(folder);
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  ChildStream stream(String... more) throws IOException {
    return ChildStream.start(folder, bootstrap(), more);
  }

  /** Sends a view to the partition of its request, so that copies arrive in order. */
  void send(View view) {
    int partition = Math.floorMod(view.request().hashCode(), PARTITIONS);
    send(partition, view.at() / 1_000, view.json());
  }

  void send(int partition, long timestampMillis, String value) {
    producer.send(
        new ProducerRecord<>(
            ViewsPlan.TOPIC,
            partition,
            timestampMillis,
            null,
            value.getBytes(StandardCharsets.UTF_8)));
  }

  void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
