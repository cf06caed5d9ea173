package dev.arabica.testkit;

import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Input;
import dev.arabica.core.agg.Layout;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * A sum whose state lies flat in words of the rep, which keeps every law, and those that break one
 * by a single change.
 */
final class BrokenWords {
  private BrokenWords() {}

  static class Sound implements Aggregator {
    final int count;
    final int sum;

    Sound(Layout layout) {
      count = layout.word();
      sum = layout.word();
    }

    @Override
    public void add(Rep rep, Input input) {
      rep.add(count, 1);
      rep.add(sum, (long) input.doubleValue());
    }

    @Override
    public void combine(Rep target, Rep other) {
      target.add(count, other.get(count));
      target.add(sum, other.get(sum));
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      long events = other.readCount();
      long total = other.readSignedVarint();
      if (events == 0 && total != 0) {
        throw new CorruptBytesException("a sum of nothing that is not 0");
      }
      target.add(count, events);
      target.add(sum, total);
    }

    @Override
    public boolean isEmpty(Rep rep) {
      return rep.get(count) == 0;
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      out.setLong(column, rep.get(sum));
      return FeatureStatus.OK;
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      out.writeVarint(rep.get(count));
      out.writeSignedVarint(rep.get(sum));
    }
  }

  /** Says that it is invertible, as all here do, and cannot tell what was smaller. */
  static final class KeepsTheGreatest extends Sound {
    KeepsTheGreatest(Layout layout) {
      super(layout);
    }

    @Override
    public void add(Rep rep, Input input) {
      take(rep, 1, (long) input.doubleValue());
    }

    @Override
    public void combine(Rep target, Rep other) {
      take(target, other.get(count), other.get(sum));
    }

    private void take(Rep rep, long any, long greatest) {
      rep.set(count, Math.max(rep.get(count), any));
      rep.set(sum, Math.max(rep.get(sum), greatest));
    }
  }

  static final class CountsTheEmpty extends Sound {
    CountsTheEmpty(Layout layout) {
      super(layout);
    }

    @Override
    public void combine(Rep target, Rep other) {
      super.combine(target, other);
      target.add(count, isEmpty(other) ? 1 : 0);
    }
  }

  /** Commutative all the same. */
  static final class NotAssociative extends Sound {
    NotAssociative(Layout layout) {
      super(layout);
    }

    @Override
    public void combine(Rep target, Rep other) {
      boolean both = !isEmpty(target) && !isEmpty(other);
      super.combine(target, other);
      target.set(sum, target.get(sum) / (both ? 2 : 1));
    }
  }

  /** Associative all the same: keeps the left one. */
  static final class NotCommutative extends Sound {
    NotCommutative(Layout layout) {
      super(layout);
    }

    @Override
    public void combine(Rep target, Rep other) {
      if (isEmpty(target)) {
        super.combine(target, other);
      }
    }
  }

  static final class CountsCombines extends Sound {
    CountsCombines(Layout layout) {
      super(layout);
    }

    @Override
    public void combine(Rep target, Rep other) {
      boolean both = !isEmpty(target) && !isEmpty(other);
      super.combine(target, other);
      target.add(count, both ? -1 : 0);
    }
  }

  static final class WeighsByArrival extends Sound {
    WeighsByArrival(Layout layout) {
      super(layout);
    }

    @Override
    public void add(Rep rep, Input input) {
      rep.add(count, 1);
      rep.add(sum, rep.get(count) * (long) input.doubleValue());
    }
  }

  static final class TakesFromTheOther extends Sound {
    TakesFromTheOther(Layout layout) {
      super(layout);
    }

    @Override
    public void combine(Rep target, Rep other) {
      super.combine(target, other);
      other.set(sum, 0);
    }
  }

  /** Keeps the count of the rep that it saw last itself, and so misses that it was cleared. */
  static final class RemembersTheRep extends Sound {
    private Rep last;
    private long events;

    RemembersTheRep(Layout layout) {
      super(layout);
    }

    @Override
    public void add(Rep rep, Input input) {
      events = rep == last ? events : rep.get(count);
      last = rep;
      super.add(rep, input);
      events++;
      rep.set(count, events);
    }
  }

  /** Writes an event to a rep when the next one comes, whichever that comes for. */
  static final class WritesLater extends Sound {
    private long waiting;

    WritesLater(Layout layout) {
      super(layout);
    }

    @Override
    public void add(Rep rep, Input input) {
      rep.add(count, 1);
      rep.add(sum, waiting);
      waiting = (long) input.doubleValue();
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      rep.add(sum, waiting);
      waiting = 0;
      super.encode(rep, out);
    }
  }

  static final class TakesAPlaceTooMany extends Sound {
    TakesAPlaceTooMany(Layout layout) {
      super(layout);
    }

    @Override
    public void add(Rep rep, Input input) {
      super.add(rep, input);
      rep.set(sum + 1, input.eventTime());
    }
  }

  static final class FinishesOnce extends Sound {
    FinishesOnce(Layout layout) {
      super(layout);
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      super.finish(rep, window, out, column);
      rep.set(sum, 0);
      return FeatureStatus.OK;
    }
  }

  /** Its bytes are the same every time, but it is written to by whoever asks for them. */
  static final class TidiesWhenEncoded extends Sound {
    private final int untidy;

    TidiesWhenEncoded(Layout layout) {
      super(layout);
      untidy = layout.word();
    }

    @Override
    public void add(Rep rep, Input input) {
      super.add(rep, input);
      rep.add(untidy, 1);
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      rep.set(untidy, 0);
      super.encode(rep, out);
    }
  }

  /** Holds what it encodes in a field meanwhile, for long enough that another thread is there. */
  static final class EncodesByWayOfItself extends Sound {
    private volatile long total;

    EncodesByWayOfItself(Layout layout) {
      super(layout);
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      total = rep.get(sum);
      out.writeVarint(rep.get(count));
      for (int i = 0; i < 1_000; i++) {
        Thread.onSpinWait();
        Thread.yield();
      }
      out.writeSignedVarint(total);
      total = 0;
    }
  }

  static final class ForgetsWhenEncoded extends Sound {
    ForgetsWhenEncoded(Layout layout) {
      super(layout);
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      out.writeVarint(rep.get(count));
      out.writeSignedVarint((int) rep.get(sum));
    }
  }

  static final class DecodesOver extends Sound {
    DecodesOver(Layout layout) {
      super(layout);
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      target.set(count, 0);
      target.set(sum, 0);
      super.combineEncoded(target, other);
    }
  }

  static final class ReadsAllThereIs extends Sound {
    ReadsAllThereIs(Layout layout) {
      super(layout);
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      out.writeByte((int) rep.get(count));
      for (long rest = rep.get(sum); rest != 0; rest >>>= Byte.SIZE) {
        out.writeByte((int) rest);
      }
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      target.add(count, other.readByte());
      for (int shift = 0; other.remaining() > 0; shift += Byte.SIZE) {
        target.add(sum, (long) other.readByte() << shift);
      }
    }
  }

  /** Late is what comes after something that is newer. */
  static final class DropsLateEvents extends Sound {
    private final int newest;

    DropsLateEvents(Layout layout) {
      super(layout);
      newest = layout.word();
    }

    @Override
    public void add(Rep rep, Input input) {
      if (isEmpty(rep) || input.eventTime() >= rep.get(newest)) {
        super.add(rep, input);
        rep.set(newest, input.eventTime());
      }
    }
  }

  /** Adds an input when the next one comes, of which it then is the value. */
  static final class KeepsTheInput extends Sound {
    private Input kept;

    KeepsTheInput(Layout layout) {
      super(layout);
    }

    @Override
    public void add(Rep rep, Input input) {
      rep.add(count, 1);
      kept = input;
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      rep.set(sum, kept == null ? 0 : (long) kept.doubleValue());
      super.encode(rep, out);
    }
  }
}
