package dev.arabica.testkit;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Input;
import dev.arabica.core.agg.Structure;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/** A sum that keeps every law, and one for each law that breaks it by a single change. */
final class BrokenSums {
  private BrokenSums() {}

  static final class State {
    long[] countAndSum = new long[2];

    /** What only broken ones keep. */
    int encoded;

    ByteReader bytes;
  }

  static class Sound implements Structure<State> {
    @Override
    public State identity() {
      return new State();
    }

    @Override
    public void add(State state, Input input) {
      state.countAndSum[0]++;
      state.countAndSum[1] += (long) input.doubleValue();
    }

    @Override
    public void combine(State target, State other) {
      target.countAndSum[0] += other.countAndSum[0];
      target.countAndSum[1] += other.countAndSum[1];
    }

    @Override
    public boolean isEmpty(State state) {
      return state.countAndSum[0] == 0;
    }

    @Override
    public FeatureStatus finish(State state, Window window, Row out, int column) {
      out.setLong(column, state.countAndSum[1]);
      return FeatureStatus.OK;
    }

    @Override
    public void encode(State state, ByteWriter out) {
      out.writeVarint(state.countAndSum[0]);
      out.writeSignedVarint(state.countAndSum[1]);
    }

    @Override
    public State decode(ByteReader in) {
      State state = new State();
      state.countAndSum[0] = in.readVarint();
      state.countAndSum[1] = in.readSignedVarint();
      return state;
    }
  }

  static final class NotNeutral extends Sound {
    @Override
    public State identity() {
      State state = new State();
      state.countAndSum[1] = 1;
      return state;
    }
  }

  /** Commutative all the same. */
  static final class NotAssociative extends Sound {
    @Override
    public void combine(State target, State other) {
      boolean both = !isEmpty(target) && !isEmpty(other);
      super.combine(target, other);
      target.countAndSum[1] /= both ? 2 : 1;
    }
  }

  /** Associative all the same: keeps the left one. */
  static final class NotCommutative extends Sound {
    @Override
    public void add(State state, Input input) {
      if (isEmpty(state)) {
        super.add(state, input);
      }
    }

    @Override
    public void combine(State target, State other) {
      if (isEmpty(target)) {
        super.combine(target, other);
      }
    }
  }

  static final class CountsCombines extends Sound {
    @Override
    public void combine(State target, State other) {
      boolean first = isEmpty(target);
      super.combine(target, other);
      target.countAndSum[0] -= first || isEmpty(other) ? 0 : 1;
    }
  }

  static final class MutatesTheOther extends Sound {
    @Override
    public void combine(State target, State other) {
      super.combine(target, other);
      other.countAndSum[1] = 0;
    }
  }

  static final class SharesWithTheOther extends Sound {
    @Override
    public void combine(State target, State other) {
      if (isEmpty(target)) {
        target.countAndSum = other.countAndSum;
      } else {
        super.combine(target, other);
      }
    }
  }

  static final class ForgetsWhenEncoded extends Sound {
    @Override
    public void encode(State state, ByteWriter out) {
      out.writeVarint(state.countAndSum[0]);
      out.writeSignedVarint((int) state.countAndSum[1]);
    }
  }

  static final class ForgivesTruncation extends Sound {
    @Override
    public State decode(ByteReader in) {
      return in.remaining() < 2 ? new State() : super.decode(in);
    }
  }

  static final class ForgivesFlippedBits extends Sound {
    @Override
    public State decode(ByteReader in) {
      State state = super.decode(in);
      state.countAndSum[1] = state.countAndSum[0] == 0 ? 0 : state.countAndSum[1];
      return state;
    }
  }

  /** Its bytes are the same every time, but it is written to by whoever asks for them. */
  static final class TidiesWhenEncoded extends Sound {
    @Override
    public void encode(State state, ByteWriter out) {
      state.countAndSum = state.countAndSum.clone();
      state.encoded++;
      super.encode(state, out);
    }
  }

  static final class CombinesBytesOtherwise extends Sound {
    @Override
    public void combineEncoded(State target, ByteReader other) {
      target.countAndSum[0] += other.readVarint();
      target.countAndSum[1] -= other.readSignedVarint();
    }
  }

  /** Reads its sum only when it is asked for. */
  static final class HoldsOnToBytes extends Sound {
    @Override
    public State decode(ByteReader in) {
      ByteReader start = in.from(in.position());
      State state = super.decode(in);
      state.bytes = start;
      return state;
    }

    @Override
    public void encode(State state, ByteWriter out) {
      if (state.bytes == null) {
        super.encode(state, out);
      } else {
        State again = super.decode(state.bytes.from(state.bytes.position()));
        super.encode(again, out);
      }
    }
  }

  static final class FailsOtherwise extends Sound {
    @Override
    public State decode(ByteReader in) {
      try {
        return super.decode(in);
      } catch (CorruptBytesException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static final class FinishesOnce extends Sound {
    @Override
    public FeatureStatus finish(State state, Window window, Row out, int column) {
      super.finish(state, window, out, column);
      state.countAndSum[1] = 0;
      return FeatureStatus.OK;
    }
  }

  static final class Wrong extends Sound {
    @Override
    public FeatureStatus finish(State state, Window window, Row out, int column) {
      out.setLong(column, Math.abs(state.countAndSum[1]));
      return FeatureStatus.OK;
    }
  }

  static final class ForgetsBeyondAThousand extends Sound {
    @Override
    public void combine(State target, State other) {
      if (target.countAndSum[0] < 1_000) {
        super.combine(target, other);
      }
    }
  }

  static final class WrongAboutMany extends Sound {
    @Override
    public FeatureStatus finish(State state, Window window, Row out, int column) {
      super.finish(state, window, out, column);
      out.setLong(column, out.getLong(column) + (state.countAndSum[0] > 1_000 ? 1 : 0));
      return FeatureStatus.OK;
    }
  }

  static final class EmptyByValue extends Sound {
    @Override
    public boolean isEmpty(State state) {
      return state.countAndSum[1] == 0;
    }
  }

  static final class NullWhenEmpty extends Sound {
    @Override
    public FeatureStatus finish(State state, Window window, Row out, int column) {
      super.finish(state, window, out, column);
      if (isEmpty(state)) {
        out.setNull(column);
      }
      return FeatureStatus.OK;
    }
  }
}
