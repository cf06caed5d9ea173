package dev.arabica.benchmarks;

/** What a JVM costs that does nothing. */
final class Nothing {
  private Nothing() {}

  public static void main(String[] args) {}
}
