package dev.fairlead.router.workload;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.fairlead.events.Revision;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.ObjectRef;

/**
 * A revision and what it was read from.
 *
 * @param revision
 *            the revision
 * @param configs
 *            the tracked ConfigMaps and Secrets, in the order of the template
 */
record TrackedRevision(Revision revision, Map<ObjectRef, Fields> configs) {

    TrackedRevision {
        configs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(configs));
    }
}
