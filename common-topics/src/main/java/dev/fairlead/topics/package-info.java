/**
 * Which topics there are, how they are made, and how Kafka is reached. No service's logic and no
 * word's meaning is here.
 */
@NullMarked
package dev.fairlead.topics;

import org.jspecify.annotations.NullMarked;
