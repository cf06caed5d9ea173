package dev.arabica.core.bytecode;

import org.objectweb.asm.Opcodes;

/** What a local variable or the top of the stack holds. */
public enum Kind {
  INT(int.class, Opcodes.ILOAD, Opcodes.ISTORE, 1),
  LONG(long.class, Opcodes.LLOAD, Opcodes.LSTORE, 2),
  DOUBLE(double.class, Opcodes.DLOAD, Opcodes.DSTORE, 2),
  REF(Object.class, Opcodes.ALOAD, Opcodes.ASTORE, 1);

  private final Class<?> type;
  final int load;
  final int store;

  /** How many local variables it takes. */
  final int size;

  Kind(Class<?> type, int load, int store, int size) {
    this.type = type;
    this.load = load;
    this.store = store;
    this.size = size;
  }

  /** The type of a field that holds it. */
  public Class<?> type() {
    return type;
  }
}
