/**
 * The contract of those who know a mesh or gateway, and who they are. One folder per technology; they
 * do not know each other.
 */
@NullMarked
package dev.fairlead.router.traffic;

import org.jspecify.annotations.NullMarked;
