/**
 * Internal: the grammar, its generated parser, recovery from errors, and the way from parse tree to
 * syntax tree. Nothing outside this module may use it; the generated classes are public only
 * because the generator knows no other way.
 */
package dev.arabica.dsl.grammar;
