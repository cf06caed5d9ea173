package dev.arabica.tables;

import dev.arabica.core.plan.SourcePlan;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * The tables of an environment. A table that does not exist yet is made when it is first asked for.
 * The tables it gives out belong to one thread each; ask again for another thread.
 */
public final class Tables implements AutoCloseable {
  private final Catalog catalog;
  private final WarehouseLock lock;

  private Tables(Catalog catalog, WarehouseLock lock) {
    this.catalog = catalog;
    this.lock = lock;
  }

  /**
   * Connects to the environment's catalogue (see {@link CatalogSettings}).
   *
   * @throws TablesException if it cannot be reached
   */
  public static Tables open(Environment environment) {
    WarehouseLock lock = new WarehouseLock(environment);
    Map<String, String> properties = CatalogSettings.properties(environment);
    try {
      Catalog catalog =
          lock.hold(() -> CatalogUtil.buildIcebergCatalog(CatalogSettings.NAME, properties, null));
      return new Tables(catalog, lock);
    } catch (RuntimeException e) {
      throw new TablesException(
          "cannot open the catalogue of `" + environment + "`: " + e.getMessage(), e);
    }
  }

  /** The blocks of every group. */
  public BlockTable blocks() {
    return new BlockTable(
        table(
            BlockSchema.NAME,
            BlockSchema.SCHEMA,
            BlockSchema.PARTITIONS,
            BlockSchema.ORDER,
            TableProperties.forBlocks()));
  }

  /**
   * The raw events of a source; fields that the source has gained since become columns.
   *
   * @throws TablesException if the table has a column of another type than the source declares, or
   *     events whose time or identity came about in another way
   */
  public RawTable raw(SourcePlan source) {
    Schema schema = RawSchema.of(source);
    TableIdentifier name = TableIdentifier.parse(source.table());
    if (name.namespace().isEmpty() || name.namespace().equals(BlockSchema.NAME.namespace())) {
      throw new TablesException(
          "source "
              + source.name()
              + ": its table `"
              + source.table()
              + "` needs a namespace other than `"
              + BlockSchema.NAME.namespace()
              + "`, such as `events.views_raw`");
    }
    Table table =
        table(
            name,
            schema,
            RawSchema.partitions(schema),
            RawSchema.order(schema),
            TableProperties.forRaw(source));
    TableProperties.requireSameEvents(table, source);
    lock.hold(
        () -> {
          RawSchema.extend(table, source);
          return table;
        });
    return new RawTable(table, source);
  }

  /** The records that could not be admitted. */
  public DeadLetterTable deadLetters() {
    return new DeadLetterTable(
        table(
            DeadLetterSchema.NAME,
            DeadLetterSchema.SCHEMA,
            DeadLetterSchema.PARTITIONS,
            SortOrder.unsorted(),
            TableProperties.forEvents()));
  }

  private Table table(
      TableIdentifier name,
      Schema schema,
      PartitionSpec partitions,
      SortOrder order,
      Map<String, String> properties) {
    return lock.hold(
        () -> {
          if (catalog.tableExists(name)) {
            return catalog.loadTable(name);
          }
          createNamespace(name.namespace());
          return catalog
              .buildTable(name, schema)
              .withPartitionSpec(partitions)
              .withSortOrder(order)
              .withProperties(properties)
              .create();
        });
  }

  private void createNamespace(Namespace namespace) {
    if (catalog instanceof SupportsNamespaces namespaces
        && !namespaces.namespaceExists(namespace)) {
      namespaces.createNamespace(namespace);
    }
  }

  @Override
  public void close() {
    if (catalog instanceof Closeable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
