package dev.arabica.tables;

import org.apache.iceberg.Snapshot;

/** One commit to the block table. */
public final class BlockCommit {
  private final Snapshot snapshot;
  private final Control control;

  BlockCommit(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.control = Control.of(snapshot.summary());
  }

  /** The revision of every row it brought: its sequence number. */
  public long revision() {
    return snapshot.sequenceNumber();
  }

  /** When it was made by the clock of whoever made it, milliseconds since the epoch. */
  public long timestampMillis() {
    return snapshot.timestampMillis();
  }

  /** The control facts it brought. */
  public Control control() {
    return control;
  }

  Snapshot snapshot() {
    return snapshot;
  }
}
