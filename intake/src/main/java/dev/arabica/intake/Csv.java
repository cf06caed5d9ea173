package dev.arabica.intake;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** One CSV record (RFC 4180) as fields; an empty unquoted field is null. */
final class Csv {
  private static final CsvReader.CsvReaderBuilder READER = CsvReader.builder();

  private Csv() {}

  static List<String> parse(byte[] record) throws Rejection {
    Utf8.require(record);
    try {
      return READER.ofSingleCsvRecord(new Fields(), Utf8.decode(record));
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw Rejection.malformed("not CSV: " + cause.getMessage());
    }
  }

  /** Collects the fields of a record, telling the quoted empty string from null. */
  private static final class Fields extends CsvCallbackHandler<List<String>> {
    private final List<String> fields = new ArrayList<>();

    @Override
    protected RecordType getRecordType() {
      return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
      return fields.size();
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
      fields.clear();
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
      fields.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
      fields.add(new String(buffer, offset, length));
    }

    @Override
    protected void setEmpty() {
      fields.add(null);
    }

    @Override
    protected List<String> buildRecord() {
      return fields;
    }
  }
}
