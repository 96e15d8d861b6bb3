/** The custom resources as resolved records, with every default filled in; no reading, no checking in here. */
@NullMarked
package dev.fairlead.canary.model;

import org.jspecify.annotations.NullMarked;
