package dev.arabica.compiler;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.dsl.ast.AnchorDecl;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.HeadDecl;
import dev.arabica.dsl.ast.ServeDecl;

/**
 * Checks how a group is served. What is assembled ahead of a request cannot depend on it, so that
 * some clauses do not go with it.
 */
final class ServingChecker {
  private static final long BASE = Ladder.DEFAULT.baseSize();
  private static final long LONGEST = Instants.MICROS_PER_DAY;

  private final Findings findings;
  private final GroupPlan.Head head;
  private final GroupPlan.Serving serving;

  ServingChecker(FeaturesDecl decl, Findings findings) {
    this.findings = findings;
    this.head =
        decl.head().map(HeadDecl::head).filter(HeadDecl.Head.OPEN::equals).isPresent()
            ? GroupPlan.Head.OPEN
            : GroupPlan.Head.CLOSED;
    this.serving = decl.serve().map(this::serving).orElse(GroupPlan.Serving.ON_READ);
    if (isAssembled() && head == GroupPlan.Head.OPEN) {
      findings.error(
          CompilerCodes.CONFLICT,
          decl.head().orElseThrow().span(),
          "`head open` does not go with `serve assembled`",
          "the growing block is read at the request, and assembled values are made before it");
    }
  }

  GroupPlan.Head head() {
    return head;
  }

  GroupPlan.Serving serving() {
    return serving;
  }

  /** What the windows of a line are measured from. */
  Window.Anchor anchor(FeatureDecl decl) {
    if (decl.anchor().isEmpty()) {
      return isAssembled() ? Window.Anchor.WATERMARK : Window.Anchor.REQUEST;
    }
    AnchorDecl written = decl.anchor().get();
    if (written.anchor() == AnchorDecl.Anchor.WATERMARK) {
      return Window.Anchor.WATERMARK;
    }
    if (isAssembled()) {
      findings.error(
          CompilerCodes.CONFLICT,
          written.span(),
          "`anchor request` does not go with `serve assembled`",
          "assembled values are measured from the watermark; leave `anchor` out");
    }
    return Window.Anchor.REQUEST;
  }

  /** Whether windows end short of the request, at the watermark. */
  boolean endsAtWatermark() {
    return head == GroupPlan.Head.CLOSED;
  }

  private boolean isAssembled() {
    return serving.mode() == GroupPlan.Serving.Mode.ASSEMBLED;
  }

  private GroupPlan.Serving serving(ServeDecl decl) {
    if (decl.mode() == ServeDecl.Mode.ON_READ) {
      return GroupPlan.Serving.ON_READ;
    }
    decl.every().ifPresent(this::checkEvery);
    return new GroupPlan.Serving(
        GroupPlan.Serving.Mode.ASSEMBLED, decl.every().map(DurationExpr::micros).orElse(BASE));
  }

  private void checkEvery(DurationExpr every) {
    if (every.micros() == 0 || every.micros() % BASE != 0 || every.micros() > LONGEST) {
      findings.error(
          CompilerCodes.BAD_DURATION,
          every.span(),
          "values are assembled every "
              + Instants.prettyDuration(BASE)
              + " or a multiple of that up to "
              + Instants.prettyDuration(LONGEST)
              + ", not every `"
              + every.text()
              + "`",
          every.micros() > LONGEST
              ? "the longest is " + Instants.prettyDuration(LONGEST)
              : WindowChecker.nearest(every.micros()));
    }
  }
}
