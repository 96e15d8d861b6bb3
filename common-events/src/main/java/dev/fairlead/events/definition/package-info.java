/**
 * A Canary as it was resolved: defaults applied, templates and providers looked up, secrets by
 * reference. Values only; reading and checking resources belongs to common-canary.
 */
@NullMarked
package dev.fairlead.events.definition;

import org.jspecify.annotations.NullMarked;
