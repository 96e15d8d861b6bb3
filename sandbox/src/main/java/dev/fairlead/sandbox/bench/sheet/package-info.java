/**
 * What a bench found: figures with both sides, what they must not exceed, and how the machine was
 * meanwhile, as text for people and as JSON. Nothing here measures anything.
 */
@NullMarked
package dev.fairlead.sandbox.bench.sheet;

import org.jspecify.annotations.NullMarked;
