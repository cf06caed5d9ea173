/**
 * From specs to a plan: declarations are resolved, expressions typed, aggregates identified. {@link
 * dev.arabica.compiler.SpecCompiler} is the way in.
 */
package dev.arabica.compiler;
