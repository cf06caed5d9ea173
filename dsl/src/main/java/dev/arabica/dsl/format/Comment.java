package dev.arabica.dsl.format;

/**
 * A comment, as written but for the white space at its end.
 *
 * @param doc whether it documents what follows
 * @param ownLine whether no token stands before it on its line
 * @param blankBefore whether an empty line stands before it
 */
record Comment(String text, boolean doc, boolean ownLine, boolean blankBefore) {}
