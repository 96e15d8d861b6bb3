/**
 * Takes words from topics, hands them on and parks what cannot be read. Knows no word's meaning.
 */
@NullMarked
package dev.fairlead.topics.listen;

import org.jspecify.annotations.NullMarked;
