/**
 * The five services as shipped, in one process and linked by Kafka. Nothing of them is replaced
 * here, and where Kafka, the database and the clusters are is for others to say.
 */
@NullMarked
package dev.fairlead.standalone.engine;

import org.jspecify.annotations.NullMarked;
