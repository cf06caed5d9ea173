package dev.arabica.core.expr;

import dev.arabica.core.bytecode.HiddenClass;
import dev.arabica.core.type.RowType;

/**
 * Compiles expressions to classes: straight-line code over local variables, equal parts evaluated
 * once on every path. What is not worth bytecode of its own is called with its arguments put into
 * {@link Slot}s, so that each of these functions has one implementation.
 *
 * <p>An expression of any size is compiled: its code is split into methods that HotSpot takes.
 */
final class ExprCompiler {
  /** What methods are made for at first; above that they gain nothing. */
  static final int USUAL_BYTES = 2000;

  private static final int LEAST_BYTES = 100;

  private ExprCompiler() {}

  static Evaluator compile(Expr expr, RowType rowType) {
    Node root = new Graph(rowType).of(expr);
    return root.isConstant() ? Binding.constant(root) : written(root).load();
  }

  /** The size of code is estimated: where it comes out too large, it is split further. */
  private static ExprClass written(Node root) {
    int mostBytes = USUAL_BYTES;
    ExprClass written = new ExprClass(root, new Partition(root, mostBytes));
    while (written.write() > HiddenClass.MOST_COMPILED && mostBytes > LEAST_BYTES) {
      mostBytes /= 2;
      written = new ExprClass(root, new Partition(root, mostBytes));
    }
    return written;
  }
}
