/**
 * The five services as shipped, in this process and linked by the world's Kafka. Nothing of them
 * is replaced here.
 */
@NullMarked
package dev.fairlead.sandbox.engine;

import org.jspecify.annotations.NullMarked;
