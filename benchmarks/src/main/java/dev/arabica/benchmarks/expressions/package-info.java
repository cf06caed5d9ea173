/** A filter and two computed columns of every row. */
package dev.arabica.benchmarks.expressions;
