package dev.arabica.testkit;

import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Input;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/** A sum that keeps every law, and one for each law that breaks it by a single change. */
final class BrokenSums {
  private BrokenSums() {}

  static final class Rep {
    long[] countAndSum = new long[2];
  }

  static class Sound implements Aggregator<Rep> {
    @Override
    public Rep identity() {
      return new Rep();
    }

    @Override
    public void add(Rep rep, Input input) {
      rep.countAndSum[0]++;
      rep.countAndSum[1] += input.longValue();
    }

    @Override
    public void combine(Rep target, Rep other) {
      target.countAndSum[0] += other.countAndSum[0];
      target.countAndSum[1] += other.countAndSum[1];
    }

    @Override
    public boolean isEmpty(Rep rep) {
      return rep.countAndSum[0] == 0;
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      out.setLong(column, rep.countAndSum[1]);
      return FeatureStatus.OK;
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      out.writeVarint(rep.countAndSum[0]);
      out.writeSignedVarint(rep.countAndSum[1]);
    }

    @Override
    public Rep decode(ByteReader in) {
      Rep rep = new Rep();
      rep.countAndSum[0] = in.readVarint();
      rep.countAndSum[1] = in.readSignedVarint();
      return rep;
    }
  }

  static final class NotNeutral extends Sound {
    @Override
    public Rep identity() {
      Rep rep = new Rep();
      rep.countAndSum[1] = 1;
      return rep;
    }
  }

  /** Commutative all the same. */
  static final class NotAssociative extends Sound {
    @Override
    public void combine(Rep target, Rep other) {
      boolean both = !isEmpty(target) && !isEmpty(other);
      super.combine(target, other);
      target.countAndSum[1] /= both ? 2 : 1;
    }
  }

  /** Associative all the same: keeps the left one. */
  static final class NotCommutative extends Sound {
    @Override
    public void add(Rep rep, Input input) {
      if (isEmpty(rep)) {
        super.add(rep, input);
      }
    }

    @Override
    public void combine(Rep target, Rep other) {
      if (isEmpty(target)) {
        super.combine(target, other);
      }
    }
  }

  static final class CountsCombines extends Sound {
    @Override
    public void combine(Rep target, Rep other) {
      boolean first = isEmpty(target);
      super.combine(target, other);
      target.countAndSum[0] -= first || isEmpty(other) ? 0 : 1;
    }
  }

  static final class MutatesTheOther extends Sound {
    @Override
    public void combine(Rep target, Rep other) {
      super.combine(target, other);
      other.countAndSum[1] = 0;
    }
  }

  static final class SharesWithTheOther extends Sound {
    @Override
    public void combine(Rep target, Rep other) {
      if (isEmpty(target)) {
        target.countAndSum = other.countAndSum;
      } else {
        super.combine(target, other);
      }
    }
  }

  static final class ForgetsWhenEncoded extends Sound {
    @Override
    public void encode(Rep rep, ByteWriter out) {
      out.writeVarint(rep.countAndSum[0]);
      out.writeSignedVarint((int) rep.countAndSum[1]);
    }
  }

  static final class ForgivesTruncation extends Sound {
    @Override
    public Rep decode(ByteReader in) {
      return in.remaining() < 2 ? new Rep() : super.decode(in);
    }
  }

  static final class ForgivesFlippedBits extends Sound {
    @Override
    public Rep decode(ByteReader in) {
      Rep rep = super.decode(in);
      rep.countAndSum[1] = rep.countAndSum[0] == 0 ? 0 : rep.countAndSum[1];
      return rep;
    }
  }

  static final class FailsOtherwise extends Sound {
    @Override
    public Rep decode(ByteReader in) {
      try {
        return super.decode(in);
      } catch (CorruptBytesException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static final class FinishesOnce extends Sound {
    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      super.finish(rep, window, out, column);
      rep.countAndSum[1] = 0;
      return FeatureStatus.OK;
    }
  }

  static final class Wrong extends Sound {
    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      out.setLong(column, Math.abs(rep.countAndSum[1]));
      return FeatureStatus.OK;
    }
  }

  static final class EmptyByValue extends Sound {
    @Override
    public boolean isEmpty(Rep rep) {
      return rep.countAndSum[1] == 0;
    }
  }

  static final class NullWhenEmpty extends Sound {
    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      super.finish(rep, window, out, column);
      if (isEmpty(rep)) {
        out.setNull(column);
      }
      return FeatureStatus.OK;
    }
  }
}
