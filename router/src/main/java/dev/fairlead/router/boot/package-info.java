/**
 * Starts the router: settings, beans, health. Nobody imports it.
 */
@NullMarked
package dev.fairlead.router.boot;

import org.jspecify.annotations.NullMarked;
