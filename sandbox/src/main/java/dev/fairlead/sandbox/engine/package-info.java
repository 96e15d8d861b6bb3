/** What the five services are told of the world that they run in. */
@NullMarked
package dev.fairlead.sandbox.engine;

import org.jspecify.annotations.NullMarked;
