package dev.arabica.pit;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Spine;
import dev.arabica.tables.BlockTable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import scala.Tuple2;

/**
 * The point-in-time join: every row of a spine, in order, with the features of a set as they were
 * at the row's time.
 */
public final class TrainingSet {
  private final SparkSession spark;
  private final Plan plan;
  private final Supplier<Committed> log;

  /**
   * @param spark a session as {@code SparkEnvironment} starts it
   * @param blocks used by the calling thread alone
   */
  public TrainingSet(SparkSession spark, Plan plan, BlockTable blocks) {
    this.spark = spark;
    this.plan = plan;
    this.log = () -> CommitHistory.read(blocks);
  }

  /**
   * Writes a training set.
   *
   * @param progress takes lines for people
   * @throws UsageException if the output or the spine cannot be used as asked
   * @throws BeyondCommittedException if a row needs what Iceberg has not committed (in time)
   * @throws dev.arabica.core.plan.UnknownNameException if the plan has no such feature set
   */
  public TrainResult write(TrainOptions options, Consumer<String> progress) throws IOException {
    long start = System.nanoTime();
    Roles roles = Roles.of(plan, options.features());
    OutputShape shape =
        new OutputShape(options.format(), options.blocks() == Blocks.AS_SERVED, options.statuses());
    try (Spine spine = Spine.open(roles.set(), options.spine());
        OutputFolder folder = OutputFolder.open(options.output(), options.overwrite())) {
      List<Type.Field> columns = shape.columns(spine.columns(), roles.columns());
      requireDistinct(columns);
      SpineStage stage = new SpineStage(roles, options, log, progress);
      stage.run(spine, folder.spine());
      progress.accept("read " + stage.rows() + " spine rows; joining");
      JoinTask task = task(options, roles, spine.columns(), stage, folder);
      List<ChunkCounts> counts = join(task, shape, columns, roles, stage, folder);
      folder.commit(options.format());
      return result(roles, stage, counts, (System.nanoTime() - start) / 1e9);
    }
  }

  private static void requireDistinct(List<Type.Field> columns) {
    Set<String> seen = new HashSet<>();
    for (Type.Field column : columns) {
      if (!seen.add(column.name())) {
        throw new UsageException(
            "the spine has a column `" + column.name() + "`, which is a column of the output too");
      }
    }
  }

  private JoinTask task(
      TrainOptions options,
      Roles roles,
      List<Type.Field> spineColumns,
      SpineStage stage,
      OutputFolder folder) {
    Committed committed = stage.committed();
    History history =
        new History(
            roles.packIds(),
            roles.packIds().stream().map(committed::seals).toList(),
            roles.packIds().stream()
                .map(pack -> committed.coverage(roles.sourceOf(pack), pack))
                .toList());
    return new JoinTask(
        PlanCodec.toJson(plan),
        roles.set().name(),
        JoinTask.spineJson(spineColumns),
        folder.spine().toString(),
        history,
        options.allowPartial());
  }

  private List<ChunkCounts> join(
      JoinTask task,
      OutputShape shape,
      List<Type.Field> columns,
      Roles roles,
      SpineStage stage,
      OutputFolder folder) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    JavaRDD<Integer> chunks =
        context.parallelize(IntStream.range(0, stage.chunks()).boxed().toList(), stage.chunks());
    Dataset<Row> input =
        spark.createDataFrame(chunks.flatMap(new Requests(task)), JoinColumns.SCHEMA);
    Optional<Dataset<Row>> blocks =
        new BlockScan(roles, stage.committed()).read(spark, stage.ranges(), stage.keys());
    JavaPairRDD<Long, byte[]> joined =
        joined(blocks.isPresent() ? input.union(blocks.get()) : input, task)
            .repartitionAndSortWithinPartitions(
                new ChunkPartitioner(stage.chunks(), roles.roles().size()));
    CollectionAccumulator<ChunkCounts> counts =
        spark.sparkContext().collectionAccumulator("training rows");
    JavaRDD<Row> rows = chunks.zipPartitions(joined, new TrainingRows(task, shape, counts));
    Dataset<Row> output = spark.createDataFrame(rows, shape.schema(columns));
    if (shape.format() == Format.PARQUET) {
      output.write().parquet(folder.files().toString());
    } else {
      output.write().text(folder.files().toString());
    }
    return counts.value();
  }

  private static JavaPairRDD<Long, byte[]> joined(Dataset<Row> input, JoinTask task) {
    // A number that is asked for stays: what is few bytes here is much work.
    int partitions = input.sparkSession().sessionState().conf().numShufflePartitions();
    return input
        .repartition(partitions, input.col(JoinColumns.KEY))
        .sortWithinPartitions(
            JoinColumns.KEY,
            JoinColumns.KIND,
            JoinColumns.SLOT,
            JoinColumns.A,
            JoinColumns.B,
            JoinColumns.C,
            JoinColumns.ROW)
        .mapPartitions(new KeyJoin(task), Encoders.tuple(Encoders.LONG(), Encoders.BINARY()))
        .toJavaRDD()
        .mapToPair(pair -> new Tuple2<>(pair._1(), pair._2()));
  }

  /** A task that ran twice has counted its chunk twice: one count of each is taken. */
  private static TrainResult result(
      Roles roles, SpineStage stage, List<ChunkCounts> counts, double seconds) {
    Set<Integer> seen = new HashSet<>();
    long unseen = 0;
    Map<FeatureStatus, Long> statuses = new EnumMap<>(FeatureStatus.class);
    Optional<String> problem = Optional.empty();
    for (ChunkCounts chunk : counts) {
      if (!seen.add(chunk.chunk)) {
        continue;
      }
      unseen += chunk.unseen;
      problem = problem.or(() -> Optional.ofNullable(chunk.problem));
      for (FeatureStatus status : FeatureStatus.values()) {
        if (chunk.statuses[status.ordinal()] > 0) {
          statuses.merge(status, chunk.statuses[status.ordinal()], Long::sum);
        }
      }
    }
    return new TrainResult(
        stage.rows(),
        roles.columns().size(),
        seconds,
        stage.approximate(),
        unseen,
        statuses,
        stage.committed().revision(),
        problem);
  }
}
