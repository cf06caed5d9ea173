package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/**
 * {@code anchor request} or {@code anchor watermark}: what the far edge of a window is measured
 * from.
 */
public record AnchorDecl(Anchor anchor, Span span) {
  /** The two anchors. */
  public enum Anchor {
    REQUEST,
    WATERMARK
  }
}
