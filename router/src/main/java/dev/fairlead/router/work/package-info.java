/**
 * Makes one bounded attempt at an order, in the order of urgency, and finds the report that answers
 * it. It neither reads topics nor retries.
 */
@NullMarked
package dev.fairlead.router.work;

import org.jspecify.annotations.NullMarked;
