/** Resources as plain trees of maps, lists and scalars, as any client reads them; no meaning of a field in here. */
@NullMarked
package dev.fairlead.canary.tree;

import org.jspecify.annotations.NullMarked;
