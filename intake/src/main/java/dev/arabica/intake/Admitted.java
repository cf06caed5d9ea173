package dev.arabica.intake;

/** What a record turned out to be. */
public sealed interface Admitted permits Event, DeadLetter {
  RecordPosition position();
}
