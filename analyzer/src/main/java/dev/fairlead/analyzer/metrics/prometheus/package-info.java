/** Prometheus and whatever speaks its query API. Knows no other store. */
@NullMarked
package dev.fairlead.analyzer.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
