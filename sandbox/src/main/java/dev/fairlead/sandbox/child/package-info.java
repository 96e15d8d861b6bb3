/**
 * Processes that live no longer than this one, and the ports they listen on; what runs in them is not known here.
 */
@NullMarked
package dev.fairlead.sandbox.child;

import org.jspecify.annotations.NullMarked;
