/**
 * A real Prometheus that scrapes what it is told to; what the targets measure is not its business.
 */
@NullMarked
package dev.fairlead.sandbox.prometheus;

import org.jspecify.annotations.NullMarked;
