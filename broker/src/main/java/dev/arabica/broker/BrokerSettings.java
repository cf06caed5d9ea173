package dev.arabica.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a single node that holds its log for ever and uses little memory. */
final class BrokerSettings {
  static final String HOST = "127.0.0.1";
  static final int NODE = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final String FOR_EVER = Long.toString(Long.MAX_VALUE);

  private BrokerSettings() {}

  /** The settings for a node whose log is in {@code log}, which must be absolute. */
  static Map<String, String> of(Path log, int brokerPort, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.put("log.dirs", log.toString());
    addListeners(settings, brokerPort, controllerPort);
    addSingleNode(settings);
    addRetention(settings);
    addSmallness(settings);
    return settings;
  }

  private static void addListeners(Map<String, String> settings, int broker, int controller) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    // Voters by configuration, not in the log: the controller's port may then change at a restart.
    settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controller);
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put(
        "listeners",
        "PLAINTEXT://" + HOST + ":" + broker + ",CONTROLLER://" + HOST + ":" + controller);
    settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + broker);
  }

  private static void addSingleNode(Map<String, String> settings) {
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("auto.create.topics.enable", "false");
  }

  /** Events replayed on their own clock are years old, or ahead of it: no time may drop them. */
  private static void addRetention(Map<String, String> settings) {
    settings.put("log.retention.ms", "-1");
    settings.put("log.retention.bytes", "-1");
    settings.put("log.roll.ms", FOR_EVER);
    settings.put("log.message.timestamp.before.max.ms", FOR_EVER);
    settings.put("log.message.timestamp.after.max.ms", FOR_EVER);
    settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
  }

  private static void addSmallness(Map<String, String> settings) {
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
    settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
  }
}
