package dev.arabica.intake;

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
    InputFile file = InputFile.open(path);
    try {
      Admission admission =
          file.csvFormat()
              ? new Admission(source, new CsvRowDecoder(source, file))
              : new Admission(source);
      return new AdmittedRecords(file, admission);
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
