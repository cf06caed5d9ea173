package dev.arabica.core.expr;

/** Products of vectors, in float64; null where the result is not a finite number. */
final class VectorCalls {
  private VectorCalls() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    return new StrictEvaluator(
        call.type(),
        args,
        switch (call.function()) {
          case DOT -> (a, out) -> MathCalls.putFinite(out, dot(vector(a[0]), vector(a[1])));
          case NORM -> (a, out) -> MathCalls.putFinite(out, norm(vector(a[0])));
          case COSINE -> (a, out) -> MathCalls.putFinite(out, cosine(vector(a[0]), vector(a[1])));
          default -> throw CallEvaluators.misplaced(call);
        });
  }

  private static float[] vector(Evaluator arg) {
    return (float[]) arg.refResult;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double norm(float[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  /** Of a vector without length NaN, as 0 / 0 is. */
  private static double cosine(float[] a, float[] b) {
    return dot(a, b) / (norm(a) * norm(b));
  }
}
