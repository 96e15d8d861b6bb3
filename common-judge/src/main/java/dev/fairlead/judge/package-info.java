/** From what a metric store answered to a verdict and the sentence that tells it; no questions to stores, no I/O in here. */
@NullMarked
package dev.fairlead.judge;

import org.jspecify.annotations.NullMarked;
