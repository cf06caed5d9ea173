package dev.arabica.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes and reads the text records of a topic's partition 0. */
final class Records {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Records() {}

  /** Returns once the broker has every record. */
  static void write(String bootstrap, String topic, Instant time, String... values) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, 0, time.toEpochMilli(), null, value));
      }
      producer.flush();
    }
  }

  /** All that the partition holds now, from its first record. */
  static List<String> readAll(String bootstrap, String topic) {
    var partition = new TopicPartition(topic, 0);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<String> values = new ArrayList<>();
      Instant deadline = Instant.now().plus(PATIENCE);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
        if (Instant.now().isAfter(deadline)) {
          throw new AssertionError("read only " + values + " of " + end + " records");
        }
      }
      return values;
    }
  }
}
