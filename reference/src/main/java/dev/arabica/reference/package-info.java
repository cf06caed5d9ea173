/**
 * The naive engine: every value by a plain scan over all events of its key. It is the oracle that
 * the engines are judged by, so it shares with them only the plan as data, row types and intake;
 * time arithmetic, expressions, duplicates and aggregates are its own, written to be obvious.
 */
package dev.arabica.reference;
