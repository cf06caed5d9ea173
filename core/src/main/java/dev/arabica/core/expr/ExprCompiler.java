package dev.arabica.core.expr;

import dev.arabica.core.type.RowType;

/**
 * Compiles expressions to classes: straight-line code over local variables, equal parts evaluated
 * once on every path. What is not worth bytecode of its own is called with its arguments put into
 * {@link Slot}s, so that each of these functions has one implementation.
 *
 * <p>An expression of any size is compiled: its code is split into methods that HotSpot compiles.
 */
final class ExprCompiler {
  /**
   * About as many bytes as a method has at most. HotSpot compiles none above 8,000 (its {@code
   * HugeMethodLimit}), but sizes are estimated, and larger methods gain nothing.
   */
  static final int MOST_BYTES = 2000;

  private ExprCompiler() {}

  static Evaluator compile(Expr expr, RowType rowType) {
    Node root = new Graph(rowType).of(expr);
    if (root.isConstant()) {
      return Binding.constant(root);
    }
    ExprClass compiled = new ExprClass(root, new Partition(root, MOST_BYTES));
    compiled.write();
    return compiled.load();
  }
}
