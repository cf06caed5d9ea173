package dev.arabica.broker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics on a broker of one node. */
final class Topics {
  private static final short ONE_REPLICA = 1;

  private Topics() {}

  static void create(String bootstrap, String name, int partitions) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(new NewTopic(name, partitions, ONE_REPLICA))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new KafkaException("cannot create the topic " + name, e.getCause());
      }
      requirePartitions(bootstrap, name, partitions);
    } catch (InterruptedException e) {
      throw interrupted(name, e);
    }
  }

  private static void requirePartitions(String bootstrap, String name, int partitions) {
    int found = partitions(bootstrap, name);
    if (found != partitions) {
      throw new IllegalStateException(
          "the topic " + name + " has " + found + " partitions, not " + partitions);
    }
  }

  private static int partitions(String bootstrap, String name) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      var topics = admin.describeTopics(List.of(name)).allTopicNames().get();
      return topics.get(name).partitions().size();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot describe the topic " + name, e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(name, e);
    }
  }

  private static KafkaException interrupted(String name, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new KafkaException("interrupted while creating the topic " + name, e);
  }
}
