package dev.arabica.pit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Task: the requests of one chunk of the staged spine, one for each role with a key. */
record Requests(JoinTask task) implements FlatMapFunction<Integer, Row> {

  @Override
  public Iterator<Row> call(Integer chunk) throws IOException {
    return new OfChunk(task, chunk);
  }

  private static final class OfChunk implements Iterator<Row> {
    private final Roles roles;
    private final StagedRow row;
    private final StagedSpine.Reader spine;
    private final Deque<Row> ready = new ArrayDeque<>();

    OfChunk(JoinTask task, int chunk) throws IOException {
      roles = task.roles();
      row = task.newRow(roles);
      spine = new StagedSpine.Reader(Path.of(task.staging()), chunk);
    }

    @Override
    public boolean hasNext() {
      try {
        while (ready.isEmpty() && spine.next(row)) {
          addRequests();
        }
        if (ready.isEmpty()) {
          spine.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.poll();
    }

    private void addRequests() {
      for (int role = 0; row.hasTime && role < row.keys.length; role++) {
        if (row.keys[role] != null) {
          long watermark = row.watermarks[roles.roles().get(role).group()];
          ready.add(
              RowFactory.create(
                  row.keys[role],
                  JoinColumns.KIND_REQUEST,
                  role,
                  row.time,
                  watermark,
                  row.revision,
                  spine.row(),
                  false,
                  null));
        }
      }
    }
  }
}
