package dev.arabica.compiler;

import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.WindowRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the windows of a feature line, with their step and anchor, against the ladder. */
final class WindowChecker {
  private static final Ladder LADDER = Ladder.DEFAULT;
  private static final long BASE = LADDER.baseSize();
  private static final long LONGEST = 3650 * Instants.MICROS_PER_DAY;
  private static final long LONGEST_FINE = Instants.MICROS_PER_DAY;
  private static final long LONGEST_HOURLY = 31 * Instants.MICROS_PER_DAY;

  private final ServingChecker serving;
  private final Findings findings;

  WindowChecker(ServingChecker serving, Findings findings) {
    this.serving = serving;
    this.findings = findings;
  }

  /** One for each window of the line, absent after an error. */
  List<Optional<CheckedModel.Over>> check(FeatureDecl decl) {
    Window.Anchor anchor = serving.anchor(decl);
    boolean stepFits = decl.step().map(step -> stepFits(step, decl.windows())).orElse(true);
    List<Optional<CheckedModel.Over>> overs = new ArrayList<>();
    for (WindowRef window : decl.windows()) {
      Optional<CheckedModel.Over> over =
          window instanceof WindowRef.Of of
              ? over(decl, of.length(), anchor)
              : Optional.of(new CheckedModel.Over(Window.EVER, Instants.MICROS_PER_DAY, anchor));
      overs.add(stepFits ? over : Optional.empty());
    }
    return overs;
  }

  private Optional<CheckedModel.Over> over(
      FeatureDecl decl, DurationExpr window, Window.Anchor anchor) {
    if (!windowFits(window)) {
      return Optional.empty();
    }
    if (anchor == Window.Anchor.REQUEST && serving.endsAtWatermark()) {
      warnIfShort(window, decl);
    }
    long step = decl.step().map(DurationExpr::micros).orElse(defaultStep(window.micros()));
    return Optional.of(new CheckedModel.Over(window.micros(), step, anchor));
  }

  private boolean windowFits(DurationExpr window) {
    long length = window.micros();
    if (length > LONGEST) {
      findings.error(
          CompilerCodes.BAD_WINDOW,
          window.span(),
          "a window of `" + window.text() + "` is too long",
          "it is at most " + Instants.prettyDuration(LONGEST));
      return false;
    }
    if (length == 0 || length % BASE != 0) {
      findings.error(
          CompilerCodes.BAD_WINDOW,
          window.span(),
          "a window is a multiple of "
              + Instants.prettyDuration(BASE)
              + ", and `"
              + window.text()
              + "` is not",
          nearest(length));
      return false;
    }
    return true;
  }

  /** The multiples of the base size on either side of a length that is none. */
  static String nearest(long length) {
    long below = Window.floor(length, BASE);
    return below == 0
        ? "the nearest is " + Instants.prettyDuration(BASE)
        : "the nearest are "
            + Instants.prettyDuration(below)
            + " and "
            + Instants.prettyDuration(below + BASE);
  }

  private void warnIfShort(DurationExpr window, FeatureDecl decl) {
    if (window.micros() < Instants.MICROS_PER_HOUR) {
      findings.warning(
          CompilerCodes.SHORT_WINDOW,
          window.span(),
          "`"
              + window.text()
              + "` counted back from the request is shorter by however far the watermark lags",
          decl.windows().size() == 1
              ? "add `anchor watermark` to measure it from the watermark"
              : "give it a line of its own, with `anchor watermark`");
    }
  }

  private boolean stepFits(DurationExpr step, List<WindowRef> windows) {
    if (!LADDER.sizes().contains(step.micros())) {
      List<String> sizes = LADDER.sizes().stream().map(Instants::prettyDuration).toList();
      findings.error(
          CompilerCodes.BAD_STEP,
          step.span(),
          "a step is a size of blocks, and `" + step.text() + "` is not",
          "the sizes are " + String.join(", ", sizes));
      return false;
    }
    if (windows.stream().allMatch(WindowRef.Ever.class::isInstance)) {
      findings.error(
          CompilerCodes.CONFLICT,
          step.span(),
          "`step` does not go with `over ever`",
          "a lifetime has no far edge that could move; leave `step` out");
      return false;
    }
    for (WindowRef window : windows) {
      if (window instanceof WindowRef.Of of && isLonger(step, of.length())) {
        findings.error(
            CompilerCodes.BAD_STEP,
            step.span(),
            "step `" + step.text() + "` is longer than window `" + of.length().text() + "`");
        return false;
      }
    }
    return true;
  }

  private static boolean isLonger(DurationExpr step, DurationExpr window) {
    return window.micros() > 0 && step.micros() > window.micros();
  }

  private static long defaultStep(long length) {
    if (length <= LONGEST_FINE) {
      return BASE;
    }
    return length <= LONGEST_HOURLY ? Instants.MICROS_PER_HOUR : Instants.MICROS_PER_DAY;
  }
}
