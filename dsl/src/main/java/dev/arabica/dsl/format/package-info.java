/** The layout of a spec: from its parse tree and its comments to text. */
package dev.arabica.dsl.format;
