/**
 * Hears the orders of a cluster and sees to it that each is answered. No order is understood here.
 */
@NullMarked
package dev.fairlead.router.intake;

import org.jspecify.annotations.NullMarked;
