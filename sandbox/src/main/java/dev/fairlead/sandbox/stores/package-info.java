/**
 * Kafka and Postgres in the sandbox, real and on loopback; nothing that knows topics or tables.
 */
@NullMarked
package dev.fairlead.sandbox.stores;

import org.jspecify.annotations.NullMarked;
