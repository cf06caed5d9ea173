package dev.arabica.reference;

/** What a group with an open head gives. */
public enum OpenHead {
  /** The value of its closed blocks, which can be had again at any time: for files. */
  CLOSED_VALUE,
  /** All events up to and including the time of the request, whatever the watermark: for tests. */
  UP_TO_REQUEST
}
