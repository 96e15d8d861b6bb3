/** What makes a revision of a workload: fingerprints, tracked configs, checksums; no clients, no decisions in here. */
@NullMarked
package dev.fairlead.canary.revision;

import org.jspecify.annotations.NullMarked;
