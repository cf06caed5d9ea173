package dev.arabica.core.bytecode;

/** An object that a hidden class holds for good (see {@link HiddenClass#constant}). */
public record Constant(Class<?> type, int index) {}
