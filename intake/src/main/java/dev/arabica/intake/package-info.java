/**
 * The way in, one for stream, ingest and eval: bytes become typed rows with an event time and an
 * identity, or dead letters that say why. Also the files that people bring: events and spines.
 */
package dev.arabica.intake;
