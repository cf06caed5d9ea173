package dev.arabica.intake;

import dev.arabica.core.type.Row;

/** Turns one record's bytes into a row of a source. */
interface RowDecoder {
  Row decode(byte[] record) throws Rejection;
}
