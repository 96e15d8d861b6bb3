/**
 * Measures the engine as shipped and prints what came, with both sides of each ratio from one run.
 * One command of {@code fairlead bench} is one class here; it changes nothing about the engine.
 */
@NullMarked
package dev.fairlead.sandbox.bench;

import org.jspecify.annotations.NullMarked;
