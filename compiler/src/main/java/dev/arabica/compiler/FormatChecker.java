package dev.arabica.compiler;

import dev.arabica.core.plan.SourcePlan.Format;
import dev.arabica.core.plan.SourcePlan.Format.Kind;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.KafkaDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.StringExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks how the records of a topic are read: the format, and the schema that goes with it. */
final class FormatChecker {
  private static final List<String> FORMATS =
      Arrays.stream(Kind.values()).map(FormatChecker::word).toList();
  private static final Pattern MESSAGE =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

  private final Findings findings;

  FormatChecker(Findings findings) {
    this.findings = findings;
  }

  Format check(KafkaDecl kafka) {
    Optional<Kind> kind =
        kafka.format().isEmpty() ? Optional.of(Kind.JSON) : kind(kafka.format().get());
    kind.ifPresent(k -> check(kafka, k));
    return new Format(
        kind.orElse(Kind.JSON),
        kafka.schema().map(StringExpr::value),
        kafka.message().map(StringExpr::value));
  }

  private Optional<Kind> kind(Name format) {
    int index = FORMATS.indexOf(format.text());
    if (index >= 0) {
      return Optional.of(Kind.values()[index]);
    }
    findings.error(
        CompilerCodes.UNKNOWN_NAME,
        format.span(),
        "there is no format `" + format.text() + "`",
        () ->
            Suggestions.hint(format.text(), FORMATS)
                .or(() -> Optional.of("the formats are " + Findings.listing(FORMATS))));
    return Optional.empty();
  }

  private void check(KafkaDecl kafka, Kind kind) {
    switch (kind) {
      case JSON -> {
        kafka.schema().ifPresent(schema -> conflict("schema", schema, kind));
        kafka.message().ifPresent(message -> conflict("message", message, kind));
      }
      case AVRO -> kafka.message().ifPresent(message -> conflict("message", message, kind));
      case PROTOBUF -> checkComplete(kafka);
    }
    checkNames(kafka);
  }

  private void checkNames(KafkaDecl kafka) {
    kafka
        .schema()
        .filter(schema -> schema.value().isBlank())
        .ifPresent(schema -> bad(schema.span(), "the path of a schema is not empty"));
    kafka
        .message()
        .filter(message -> !MESSAGE.matcher(message.value()).matches())
        .ifPresent(
            message ->
                bad(message.span(), "`" + message.value() + "` is not the name of a message"));
  }

  private void bad(Span span, String message) {
    findings.error(CompilerCodes.BAD_NAME, span, message);
  }

  private void conflict(String clause, StringExpr value, Kind kind) {
    findings.error(
        CompilerCodes.CONFLICT,
        value.span(),
        "`" + clause + "` does not go with format `" + word(kind) + "`",
        kind == Kind.JSON
            ? "the fields of JSON records are those of the source"
            : "an Avro schema has one record");
  }

  private void checkComplete(KafkaDecl kafka) {
    List<String> missing = new ArrayList<>();
    if (kafka.schema().isEmpty()) {
      missing.add("schema");
    }
    if (kafka.message().isEmpty()) {
      missing.add("message");
    }
    if (!missing.isEmpty()) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          kafka.format().orElseThrow().span(),
          "format `protobuf` lacks " + Findings.listing(missing),
          "write `schema \"views.desc\"` and `message \"shop.View\"`, for example");
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
