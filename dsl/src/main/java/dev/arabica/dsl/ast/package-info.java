/** The syntax tree: sealed records with spans and no behaviour. */
package dev.arabica.dsl.ast;
