package dev.arabica.core.bytecode;

/** Something that holds from one point of the code on; with those before it, newest first. */
record Note(Object subject, Object value, Note before, int count) {
  static Note add(Object subject, Object value, Note before) {
    return new Note(subject, value, before, count(before) + 1);
  }

  /** The value noted of a subject, or null. */
  static Object find(Note notes, Object subject) {
    for (Note note = notes; note != null; note = note.before) {
      if (note.subject == subject) {
        return note.value;
      }
    }
    return null;
  }

  /** What was noted before two paths parted. */
  static Note common(Note a, Note b) {
    while (a != b) {
      if (count(a) >= count(b)) {
        a = a.before;
      } else {
        b = b.before;
      }
    }
    return a;
  }

  private static int count(Note notes) {
    return notes == null ? 0 : notes.count;
  }
}
