package dev.arabica.testkit;

import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.Layout;
import dev.arabica.core.type.Type;
import java.util.function.Function;

/**
 * An aggregate and what it is called with.
 *
 * @param code makes it, with its places in a rep
 * @param inputType null for none
 * @param byType null for none
 */
record Signature(Function<Layout, Aggregator> code, Type inputType, Type byType, Type resultType) {}
