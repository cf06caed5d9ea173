package dev.arabica.intake;

import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.plan.SourcePlan;
import java.nio.file.Path;

/** Reads events from files: CSV with a header, or JSON Lines; gzip'd or not. */
public final class EventFiles {
  private EventFiles() {}

  /**
   * The records of a file, admitted or not, in the file's order; an empty file has none.
   *
   * @throws DataFileException naming the file if it does not exist, cannot be read, or lacks a
   *     column that the source needs
   */
  public static RecordIterator<Admitted> read(SourcePlan source, Path path) {
    return read(source, path, Evaluators::compile);
  }

  /** As {@link #read}, for so few records that compiling expressions would not pay off. */
  public static RecordIterator<Admitted> readFew(SourcePlan source, Path path) {
    return read(source, path, Evaluators::bind);
  }

  private static RecordIterator<Admitted> read(SourcePlan source, Path path, ExprBinder binder) {
    InputFile file = InputFile.open(path);
    try {
      RowDecoder decoder =
          file.csvFormat() ? new CsvRowDecoder(source, file) : new JsonRowDecoder(source);
      return new AdmittedRecords(file, new Admission(source, decoder, binder));
    } catch (DataFileException e) {
      file.close();
      throw e;
    }
  }

  private record AdmittedRecords(InputFile file, Admission admission)
      implements RecordIterator<Admitted> {
    @Override
    public boolean hasNext() {
      return file.hasNext();
    }

    @Override
    public Admitted next() {
      byte[] payload = file.next();
      return admission.admit(new RawRecord(payload, file.position(), null));
    }

    @Override
    public void close() {
      file.close();
    }
  }
}
