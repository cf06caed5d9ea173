/**
 * Runs the tests of specs on the reference engine and says what it found. It stands here and not
 * beside the engine, because that is on the class path of modules that know no language.
 */
package dev.arabica.cli.spectest;
