package dev.arabica.pit;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The block history that a join reads, in the shape of {@link JoinColumns}: the rows of the block
 * table up to one revision, and of them no more than the packs, sizes and times that some row can
 * need.
 */
final class BlockScan {
  private final Roles roles;
  private final Committed committed;

  BlockScan(Roles roles, Committed committed) {
    this.roles = roles;
    this.committed = committed;
  }

  /** Empty if nothing can be needed. */
  Optional<Dataset<Row>> read(SparkSession spark, List<ReadRange> ranges, KeyHashes keys) {
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      addConditions(roles.groups().get(i), ranges.get(i), wanted);
    }
    if (wanted.isEmpty() || committed.revision() == 0) {
      return Optional.empty();
    }
    String sql =
        """
        SELECT primary_key, 0, %s, window_size, unix_micros(window_start), %s, -1L,
          origin = '%s', representation
        FROM %s
        WHERE %s <= %dL AND (%s)"""
            .formatted(
                slot(),
                BlockTable.REVISION_COLUMN,
                Origin.STREAM,
                BlockTable.SQL_NAME,
                BlockTable.REVISION_COLUMN,
                committed.revision(),
                String.join(" OR ", wanted));
    Dataset<Row> blocks = spark.sql(sql).toDF(JoinColumns.SCHEMA.fieldNames());
    return Optional.of(blocks.filter(isAskedFor(spark, keys).apply(blocks.col(JoinColumns.KEY))));
  }

  private static UserDefinedFunction isAskedFor(SparkSession spark, KeyHashes keys) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<KeyHashes> asked = context.broadcast(keys);
    UDF1<byte[], Boolean> contains = key -> asked.value().contains(key);
    return functions.udf(contains, DataTypes.BooleanType);
  }

  private void addConditions(GroupPlan group, ReadRange range, List<String> wanted) {
    if (range.isEmpty() || range.from() >= range.to()) {
      return;
    }
    Set<String> packs = new LinkedHashSet<>();
    roles.rolesOf(group).forEach(role -> packs.addAll(role.packIds()));
    for (String pack : packs) {
      wanted.add(
          "(feature_id = %s AND %s AND window_start >= timestamp_micros(%dL)"
                  .formatted(literal(pack), sizes(group, pack), range.from())
              + " AND window_start < timestamp_micros(%dL))".formatted(range.to()));
    }
  }

  /** Coarse blocks are of use only where something is sealed. */
  private String sizes(GroupPlan group, String pack) {
    return committed.seals(pack).latest().isEmpty()
        ? "window_size = " + group.ladder().baseSize() + "L"
        : "window_size <= " + group.ladder().sizes().get(group.ladder().sizes().size() - 1) + "L";
  }

  private String slot() {
    StringBuilder sql = new StringBuilder("CASE feature_id");
    for (int i = 0; i < roles.packIds().size(); i++) {
      sql.append(" WHEN ").append(literal(roles.packIds().get(i))).append(" THEN ").append(i);
    }
    return sql.append(" END").toString();
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
