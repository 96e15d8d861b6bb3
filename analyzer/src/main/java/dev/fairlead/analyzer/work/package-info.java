/** Does one order: asks all stores in parallel, or calls hooks one after the other. Knows no store's technology. */
@NullMarked
package dev.fairlead.analyzer.work;

import org.jspecify.annotations.NullMarked;
