package dev.arabica.testkit;

import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks a law over many random samples; a failure tells the test and the seed to run again, and
 * how many events there were.
 */
final class Checks {
  private static final StackWalker STACK = StackWalker.getInstance();

  private final Class<?> test;
  private final Function<Random, List<Sample>> source;

  /**
   * @param test the class of the law's test
   * @param source makes samples
   */
  Checks(Class<?> test, Function<Random, List<Sample>> source) {
    this.test = test;
    this.source = source;
  }

  /** To be called by the test method of the law itself, of which a failure tells the name. */
  void over(int seeds, Consumer<Draw> law) {
    String method = STACK.walk(frames -> frames.skip(1).findFirst().orElseThrow().getMethodName());
    Fuzz.check(
        "laws",
        "-Dtest='" + testName() + "#" + method + "' ",
        seeds,
        random -> {
          Draw draw = new Draw(random, source);
          try {
            law.accept(draw);
          } catch (Throwable e) {
            throw new AssertionError(draw + ": " + e, e);
          }
        });
  }

  private String testName() {
    return test.getName().substring(test.getPackageName().length() + 1);
  }
}
