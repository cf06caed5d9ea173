package dev.arabica.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command line as a user types it, run in this JVM, with what it printed. */
record CommandRun(int exitCode, String out, String err) {
  static CommandRun of(Object... words) {
    String[] args = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      args[i] = words[i].toString();
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Featc.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
