package dev.arabica.stream;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * The event-time clock of a task downstream, which never goes back, not over a restart either: what
 * was settled once must stay settled, or a straggler would rebuild a block whose events are gone.
 */
final class KeptClock {
  private final ListState<Long> kept;
  private long millis = ClockTime.UNSTARTED;

  KeptClock(StateInitializationContext context) throws Exception {
    kept =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("clock", Types.LONG));
    for (long reading : kept.get()) {
      advance(reading);
    }
  }

  void advance(long toMillis) {
    millis = Math.max(millis, toMillis);
  }

  long millis() {
    return millis;
  }

  void save() throws Exception {
    kept.update(List.of(millis));
  }
}
