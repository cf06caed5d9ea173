package dev.arabica.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A broker as a child process: {@code --dir DIR [--port P]}.
 *
 * <p>Prints {@code READY host:port} on standard output once clients may connect. Shuts down cleanly
 * on SIGTERM and when standard input ends, so that it never outlives the parent that holds the
 * other end, however that parent died.
 */
public final class BrokerMain {
  private static final String USAGE = "usage: BrokerMain --dir DIR [--port P]";

  private BrokerMain() {}

  /** Runs until told to stop. Exit status 2: the arguments were wrong; 1: the broker failed. */
  public static void main(String[] args) throws IOException {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println("broker: " + e.getMessage());
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    run(arguments);
  }

  private static void run(Arguments arguments) throws IOException {
    EmbeddedBroker broker = startOrExit(arguments);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
    System.out.println("READY " + broker.bootstrap());
    System.out.flush();
    awaitEnd(System.in);
    System.exit(0);
  }

  private static EmbeddedBroker startOrExit(Arguments arguments) {
    try {
      return EmbeddedBroker.start(arguments.folder(), arguments.port());
    } catch (RuntimeException e) {
      System.err.println("broker: " + e.getMessage() + cause(e));
      // Kafka's threads are not daemons: only an exit ends a process whose start failed halfway.
      System.exit(1);
      throw e;
    }
  }

  private static String cause(RuntimeException e) {
    return e.getCause() == null ? "" : ": " + e.getCause();
  }

  private static void awaitEnd(InputStream input) throws IOException {
    byte[] ignored = new byte[256];
    while (input.read(ignored) >= 0) {
      // What the parent writes has no meaning: only the end has.
    }
  }

  private record Arguments(Path folder, int port) {
    static Arguments parse(String[] args) {
      Path folder = null;
      int port = 0;
      for (int i = 0; i < args.length; i += 2) {
        if (i + 1 == args.length) {
          throw new IllegalArgumentException(args[i] + " has no value");
        }
        switch (args[i]) {
          case "--dir" -> folder = Path.of(args[i + 1]);
          case "--port" -> port = port(args[i + 1]);
          default -> throw new IllegalArgumentException("unknown option " + args[i]);
        }
      }
      if (folder == null) {
        throw new IllegalArgumentException("--dir is missing");
      }
      return new Arguments(folder, port);
    }

    private static int port(String text) {
      try {
        int port = Integer.parseInt(text);
        if (port >= 0 && port <= 65_535) {
          return port;
        }
      } catch (NumberFormatException e) {
        // Reported below, as a number out of range is.
      }
      throw new IllegalArgumentException("--port is not a port: " + text);
    }
  }
}
