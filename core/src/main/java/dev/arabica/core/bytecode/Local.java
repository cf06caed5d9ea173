package dev.arabica.core.bytecode;

/** A local variable of a method. */
public record Local(Kind kind, int index) {}
