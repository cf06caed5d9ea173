package dev.arabica.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one JSON object straight into a row. Members that the source does not declare are ignored;
 * a declared one given twice is refused, since there is no telling which was meant.
 */
final class JsonRowDecoder implements RowDecoder {
  static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final List<SourcePlan.SourceField> fields;
  private final RowType rowType;
  private final boolean[] seen;

  JsonRowDecoder(SourcePlan source) {
    this.fields = source.fields();
    this.rowType = source.rowType();
    this.seen = new boolean[fields.size()];
  }

  @Override
  public Row decode(byte[] record) throws Rejection {
    Utf8.require(record);
    try (JsonParser in = JSON.createParser(record)) {
      return read(in);
    } catch (IOException e) {
      throw notJson(e);
    }
  }

  static Rejection notJson(IOException e) {
    return Rejection.malformed(
        "not JSON: "
            + (e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : e.getMessage()));
  }

  private Row read(JsonParser in) throws IOException, Rejection {
    JsonToken first = in.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw Rejection.malformed(first == null ? "an empty record" : "JSON, but not an object");
    }
    Row row = new Row(rowType);
    try {
      readMembers(in, row);
    } catch (Rejection e) {
      // Whether the rest is JSON at all comes first, so that one record has one reason.
      requireWellFormedRest(in);
      throw e;
    }
    requireEnd(in);
    requireFields(row);
    return row;
  }

  private void readMembers(JsonParser in, Row row) throws IOException, Rejection {
    Arrays.fill(seen, false);
    while (in.nextToken() != JsonToken.END_OBJECT) {
      int column = rowType.indexOf(in.currentName());
      in.nextToken();
      if (column < 0) {
        in.skipChildren();
        continue;
      }
      if (seen[column]) {
        throw Rejection.malformed("member `" + rowType.name(column) + "` is given twice");
      }
      seen[column] = true;
      if (in.currentToken() != JsonToken.VALUE_NULL) {
        readInto(row, column, in);
      }
    }
  }

  private void readInto(Row row, int column, JsonParser in) throws IOException, Rejection {
    SourcePlan.SourceField field = fields.get(column);
    Type type = field.type();
    switch (type.storage()) {
      case LONG -> row.setLong(column, JsonValues.word(in, type, field.encoding(), field.name()));
      case DOUBLE -> row.setDouble(column, JsonValues.number(in, type, field.name()));
      case REF -> row.setRef(column, JsonValues.ref(in, type, field.name()));
    }
  }

  private void requireFields(Row row) throws Rejection {
    for (int i = 0; i < seen.length; i++) {
      if (row.isNull(i) && !fields.get(i).nullable()) {
        throw Rejection.missing(fields.get(i).name());
      }
    }
  }

  private static void requireWellFormedRest(JsonParser in) throws IOException, Rejection {
    while (!in.getParsingContext().inRoot()) {
      if (in.nextToken() == null) {
        return;
      }
    }
    requireEnd(in);
  }

  private static void requireEnd(JsonParser in) throws IOException, Rejection {
    if (in.nextToken() != null) {
      throw Rejection.malformed("something after the end of the JSON object");
    }
  }
}
