/** The stand-in for a gateway's controller: says of routes whether they are taken; routes nothing itself. */
@NullMarked
package dev.fairlead.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
