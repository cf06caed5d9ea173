/** The feature language: text in, syntax tree and diagnostics out. */
package dev.arabica.dsl;
