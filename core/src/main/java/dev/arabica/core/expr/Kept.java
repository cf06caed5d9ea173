package dev.arabica.core.expr;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.bytecode.Kind;
import dev.arabica.core.bytecode.Local;
import org.objectweb.asm.Opcodes;

/**
 * Where the value of a node is kept for its other uses.
 *
 * @param missing whether it is null, as 0 or 1; absent where it never is, and for an object, which
 *     tells it itself
 */
record Kept(Local value, Local missing) {
  void jumpIfNull(Code code, Join ifNull) {
    if (value.kind() == Kind.REF) {
      code.load(value);
      code.jumpIf(Opcodes.IFNULL, ifNull);
    } else if (missing != null) {
      code.load(missing);
      code.jumpIf(Opcodes.IFNE, ifNull);
    }
  }
}
