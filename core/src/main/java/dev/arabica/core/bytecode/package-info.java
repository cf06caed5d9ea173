/**
 * What is needed to write straight-line Java bytecode and load it: methods whose jumps go forward
 * only, in hidden classes that go away with their last object.
 */
package dev.arabica.core.bytecode;
