package dev.arabica.compiler;

import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.KafkaDecl;
import dev.arabica.dsl.ast.SourceDecl;
import dev.arabica.dsl.ast.StringExpr;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where events come from and go to: topics and tables. */
final class Places {
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
  private static final Pattern TABLE =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)+");

  /** The namespace of the platform's own tables. */
  private static final String OWN = "arabica";

  private final Map<String, String> sourceOfTable = new HashMap<>();
  private final Findings findings;

  Places(Findings findings) {
    this.findings = findings;
  }

  /** The topic of a source; absent if it has none. */
  Optional<String> topic(SourceDecl decl) {
    decl.kafka().ifPresent(this::check);
    return decl.kafka().map(kafka -> kafka.topic().value());
  }

  private void check(KafkaDecl kafka) {
    String topic = kafka.topic().value();
    if (!TOPIC.matcher(topic).matches() || topic.equals(".") || topic.equals("..")) {
      findings.error(
          CompilerCodes.BAD_NAME,
          kafka.topic().span(),
          "`" + topic + "` is not the name of a topic",
          "a topic has letters, digits, `.`, `_` and `-`, at most 249 of them");
    }
  }

  /** A table that something else writes. */
  void checkRead(StringExpr table) {
    checkTable(table.value(), table.span());
  }

  /** The table that keeps a source's rows; of no other source. */
  String table(String packageName, SourceDecl decl) {
    String namespace = packageName.isEmpty() ? "events" : packageName;
    String name =
        decl.table().map(StringExpr::value).orElse(namespace + "." + decl.name().text() + "_raw");
    Span span = decl.table().map(StringExpr::span).orElse(decl.name().span());
    String other = sourceOfTable.putIfAbsent(name.toLowerCase(Locale.ROOT), decl.name().text());
    if (checkTable(name, span) && other != null) {
      bad(
          span,
          "table `" + name + "` keeps the rows of source `" + other + "` already",
          "each source has a table of its own");
    }
    return name;
  }

  private boolean checkTable(String name, Span span) {
    if (!TABLE.matcher(name).matches()) {
      bad(span, "`" + name + "` is not the name of a table", "name it as in \"events.views_raw\"");
      return false;
    }
    if (name.toLowerCase(Locale.ROOT).startsWith(OWN + ".")) {
      bad(span, "the namespace `" + OWN + "` is the platform's own", "use another namespace");
      return false;
    }
    return true;
  }

  private void bad(Span span, String message, String hint) {
    findings.error(CompilerCodes.BAD_NAME, span, message, hint);
  }
}
