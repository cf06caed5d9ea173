package dev.arabica.benchmarks.sketches;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.List;

/**
 * The values of some sketches. Each is put into the one column of the same row when its turn comes,
 * as a decoder does; from there everybody takes it.
 */
interface Values {
  static RowType rowType(Type type) {
    return new RowType(List.of(new Type.Field("value", type, true)));
  }

  static Values of(Type type, long[][] numbers) {
    Row row = new Row(rowType(type));
    return type == Type.STRING ? Texts.of(row, numbers) : new Numbers(row, numbers);
  }

  int sketches();

  /** How many values a sketch has. */
  int size();

  /** Makes one of the sketches. */
  void take(int number, Sketch sketch);

  /** Whole numbers. */
  record Numbers(Row row, long[][] numbers) implements Values {
    @Override
    public int sketches() {
      return numbers.length;
    }

    @Override
    public int size() {
      return numbers[0].length;
    }

    @Override
    public void take(int number, Sketch sketch) {
      sketch.begin();
      for (long value : numbers[number]) {
        row.setLong(0, value);
        sketch.add(row);
      }
    }
  }

  /** Ids of 14 characters. */
  record Texts(Row row, String[][] texts) implements Values {
    static Texts of(Row row, long[][] numbers) {
      return new Texts(row, Arrays.stream(numbers).map(Texts::of).toArray(String[][]::new));
    }

    private static String[] of(long[] numbers) {
      return Arrays.stream(numbers).mapToObj("user-%09d"::formatted).toArray(String[]::new);
    }

    @Override
    public int sketches() {
      return texts.length;
    }

    @Override
    public int size() {
      return texts[0].length;
    }

    @Override
    public void take(int number, Sketch sketch) {
      sketch.begin();
      for (String value : texts[number]) {
        row.setRef(0, value);
        sketch.add(row);
      }
    }
  }
}
