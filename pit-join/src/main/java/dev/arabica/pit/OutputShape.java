package dev.arabica.pit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a training set: the spine's own, the features, and what was asked for besides.
 *
 * @param approximate whether there is a column {@link #APPROXIMATE}
 * @param statuses whether there is a column {@code _status.<feature>} for each feature
 */
record OutputShape(Format format, boolean approximate, boolean statuses) implements Serializable {
  /** True where the row's revision was inferred from its time. */
  static final String APPROXIMATE = "_approximate";

  static final String STATUS = "_status.";

  private static final JsonFactory JSON = new JsonFactory();

  List<Type.Field> columns(List<Type.Field> spine, List<Type.Field> features) {
    List<Type.Field> columns = new ArrayList<>(spine);
    columns.addAll(features);
    if (approximate) {
      columns.add(new Type.Field(APPROXIMATE, Type.BOOL, false));
    }
    if (statuses) {
      features.forEach(f -> columns.add(new Type.Field(STATUS + f.name(), Type.STRING, false)));
    }
    return columns;
  }

  /** The schema of the rows handed to Spark: lines of text for JSON Lines. */
  StructType schema(List<Type.Field> columns) {
    return format == Format.PARQUET
        ? SparkValues.schema(columns)
        : SparkValues.schema(List.of(new Type.Field("value", Type.STRING, false)));
  }

  Renderer renderer(List<Type.Field> spine, List<Type.Field> features) {
    return new Renderer(columns(spine, features));
  }

  /** Makes Spark rows; for one thread. */
  final class Renderer {
    private final List<Type.Field> columns;
    private final List<Object> values = new ArrayList<>();

    private Renderer(List<Type.Field> columns) {
      this.columns = columns;
    }

    Row render(StagedRow row, RoleValues[] roles) {
      collect(row, roles);
      return format == Format.PARQUET ? sparkRow() : RowFactory.create(json());
    }

    private void collect(StagedRow row, RoleValues[] roles) {
      values.clear();
      addAll(row.columns);
      for (RoleValues role : roles) {
        addAll(role.values());
      }
      if (approximate) {
        values.add(row.approximate);
      }
      for (RoleValues role : roles) {
        for (int i = 0; statuses && i < role.values().type().size(); i++) {
          values.add(role.status(i).toString());
        }
      }
    }

    private void addAll(dev.arabica.core.type.Row row) {
      for (int i = 0; i < row.type().size(); i++) {
        values.add(row.getValue(i));
      }
    }

    private Row sparkRow() {
      Object[] external = new Object[values.size()];
      for (int i = 0; i < external.length; i++) {
        external[i] = SparkValues.external(columns.get(i).type(), values.get(i));
      }
      return RowFactory.create(external);
    }

    private String json() {
      StringWriter text = new StringWriter();
      try (JsonGenerator out = JSON.createGenerator(text)) {
        out.writeStartObject();
        for (int i = 0; i < values.size(); i++) {
          out.writeFieldName(columns.get(i).name());
          ValueJson.write(out, columns.get(i).type(), values.get(i));
        }
        out.writeEndObject();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }
  }
}
