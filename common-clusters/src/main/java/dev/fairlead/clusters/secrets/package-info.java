/**
 * What orders leave out because it is secret is read here, at use. Values are handed to the caller
 * and appear in no log and no message.
 */
@NullMarked
package dev.fairlead.clusters.secrets;

import org.jspecify.annotations.NullMarked;
