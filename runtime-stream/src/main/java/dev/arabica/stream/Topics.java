package dev.arabica.stream;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The topics of the sources, looked at before the job starts: Flink would try for ever. */
final class Topics {
  private static final int TIMEOUT_SECONDS = 15;

  private Topics() {}

  /**
   * @throws IllegalStateException if the broker does not answer or lacks a topic
   */
  static void require(String bootstrap, List<PlannedSource> sources) throws InterruptedException {
    Set<String> known = names(bootstrap);
    for (PlannedSource source : sources) {
      String topic = source.source().topic().orElseThrow();
      if (!known.contains(topic)) {
        throw new IllegalStateException(
            "source " + source.name() + ": there is no topic `" + topic + "` at " + bootstrap);
      }
    }
  }

  private static Set<String> names(String bootstrap) throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            TIMEOUT_SECONDS * 1_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            TIMEOUT_SECONDS * 1_000);
    try (Admin admin = Admin.create(settings)) {
      return admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no Kafka broker answers at " + bootstrap, e);
    }
  }
}
