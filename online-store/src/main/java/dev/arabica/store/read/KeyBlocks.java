package dev.arabica.store.read;

import dev.arabica.core.assemble.BlockSource;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.store.ReadSession;
import java.util.List;

/** The blocks of one key in one view of the store, noting what is read. */
final class KeyBlocks implements BlockSource {
  private final String source;
  private ReadSession session;
  private byte[] key;
  private List<Explanation.BlockRead> trace;
  private boolean anyRead;

  /** Of packs that a source feeds. */
  KeyBlocks(String source) {
    this.source = source;
  }

  /** Turns to a key; {@code traceOrNull} takes the blocks that are read. */
  void of(ReadSession newSession, byte[] newKey, List<Explanation.BlockRead> traceOrNull) {
    session = newSession;
    key = newKey;
    trace = traceOrNull;
    anyRead = false;
  }

  boolean anyRead() {
    return anyRead;
  }

  @Override
  public SealedRanges sealed(String packId) {
    return session.control().sealed(packId);
  }

  @Override
  public long completeFrom(String packId, long hi) {
    return session.control().completeFrom(source, packId, hi);
  }

  @Override
  public void scan(String packId, long size, long from, long to, Visitor visitor) {
    session.scan(
        packId,
        key,
        size,
        from,
        to,
        (start, revision, rep) -> {
          anyRead = true;
          if (trace != null) {
            trace.add(new Explanation.BlockRead(packId, size, start, rep.remaining(), revision));
          }
          visitor.block(start, rep);
        });
  }
}
