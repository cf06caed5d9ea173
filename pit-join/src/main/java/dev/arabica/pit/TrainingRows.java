package dev.arabica.pit;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction2;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;
import scala.Tuple2;

/**
 * Task: one chunk of the spine and the joined values of its rows, in the same order, to the chunk's
 * rows of the training set.
 */
record TrainingRows(JoinTask task, OutputShape shape, CollectionAccumulator<ChunkCounts> counts)
    implements FlatMapFunction2<Iterator<Integer>, Iterator<Tuple2<Long, byte[]>>, Row> {

  @Override
  public Iterator<Row> call(Iterator<Integer> chunk, Iterator<Tuple2<Long, byte[]>> joined)
      throws IOException {
    return new OfChunk(this, chunk.next(), joined);
  }

  private static final class OfChunk implements Iterator<Row> {
    private final TrainingRows output;
    private final Iterator<Tuple2<Long, byte[]>> joined;
    private final StagedSpine.Reader spine;
    private final StagedRow row;
    private final RoleValues[] roles;
    private final OutputShape.Renderer renderer;
    private final ChunkCounts counts;
    private boolean ready;
    private boolean done;

    OfChunk(TrainingRows output, int chunk, Iterator<Tuple2<Long, byte[]>> joined)
        throws IOException {
      this.output = output;
      this.joined = joined;
      spine = new StagedSpine.Reader(Path.of(output.task.staging()), chunk);
      Roles resolved = output.task.roles();
      row = output.task.newRow(resolved);
      roles =
          resolved.roles().stream()
              .map(role -> new RoleValues(new RowType(role.columns())))
              .toArray(RoleValues[]::new);
      List<Type.Field> features = resolved.columns();
      renderer = output.shape.renderer(output.task.spineColumns(), features);
      counts = new ChunkCounts(chunk);
    }

    @Override
    public boolean hasNext() {
      if (!ready && !done) {
        try {
          ready = spine.next(row);
          if (!ready) {
            done = true;
            spine.close();
            output.counts.add(counts);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return ready;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ready = false;
      for (int role = 0; role < roles.length; role++) {
        fill(role);
      }
      count();
      return renderer.render(row, roles);
    }

    private void fill(int role) {
      if (!row.hasTime) {
        roles[role].fillNull(FeatureStatus.NO_TIME);
      } else if (row.keys[role] == null) {
        roles[role].fillNull(FeatureStatus.NULL_KEY);
      } else {
        long expected = spine.row() * roles.length + role;
        Tuple2<Long, byte[]> next = joined.hasNext() ? joined.next() : null;
        if (next == null || next._1() != expected) {
          throw new IllegalStateException(
              "the join lost the values of spine row " + (spine.row() + 1));
        }
        roles[role].read(next._2());
      }
    }

    private void count() {
      counts.rows++;
      for (RoleValues role : roles) {
        for (int i = 0; i < role.values().type().size(); i++) {
          counts.count(role.status(i));
        }
        counts.unseen += role.isUnseen() ? 1 : 0;
        if (counts.problem == null && role.problem() != null) {
          counts.problem = "spine row " + (spine.row() + 1) + ": " + role.problem();
        }
      }
    }
  }
}
