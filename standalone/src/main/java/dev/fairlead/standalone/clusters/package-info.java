/**
 * Which clusters are meant, by what name the engine knows them, and whether they have the custom
 * resources. Nothing of rollouts is known here.
 */
@NullMarked
package dev.fairlead.standalone.clusters;

import org.jspecify.annotations.NullMarked;
