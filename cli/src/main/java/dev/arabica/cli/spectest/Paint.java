package dev.arabica.cli.spectest;

/** Colours for a terminal. */
enum Paint {
  RED("\u001b[1;31m"),
  GREEN("\u001b[32m"),
  YELLOW("\u001b[33m"),
  CYAN("\u001b[36m"),
  BOLD("\u001b[1m"),
  DIM("\u001b[2m");

  private static final String RESET = "\u001b[0m";

  private final String code;

  Paint(String code) {
    this.code = code;
  }

  String on(String text, boolean colour) {
    return colour && !text.isEmpty() ? code + text + RESET : text;
  }
}
