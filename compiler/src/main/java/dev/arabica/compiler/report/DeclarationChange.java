package dev.arabica.compiler.report;

import java.util.List;
import java.util.Locale;

/** What becomes of a declaration other than a group: a group is its features. */
public record DeclarationChange(Kind kind, String name, Status status, List<Change> changes) {
  public DeclarationChange {
    changes = List.copyOf(changes);
  }

  /** The declarations, in the order in which a plan is read. */
  public enum Kind {
    SOURCE,
    VIEW,
    SNAPSHOT,
    REQUEST,
    FEATURE_SET,
    MODEL;

    /** As the language calls it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is in both plans. */
  public enum Status {
    UNCHANGED,
    ADDED,
    CHANGED,
    REMOVED
  }

  /** Views are no more than what groups are made of: the features tell what their change does. */
  boolean isSafe() {
    boolean gone = status == Status.REMOVED && kind != Kind.VIEW && kind != Kind.REQUEST;
    return !gone && changes.stream().noneMatch(Change::unsafe);
  }
}
