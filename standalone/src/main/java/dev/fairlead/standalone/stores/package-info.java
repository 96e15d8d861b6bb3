/**
 * Kafka and Postgres in a folder: kept over restarts, kills and changes of ports, reached only from
 * this machine and only with a password. What they hold is not known here.
 */
@NullMarked
package dev.fairlead.standalone.stores;

import org.jspecify.annotations.NullMarked;
