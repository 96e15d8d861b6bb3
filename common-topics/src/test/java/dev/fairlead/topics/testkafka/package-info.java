/** A real broker inside a test's process. */
@NullMarked
package dev.fairlead.topics.testkafka;

import org.jspecify.annotations.NullMarked;
