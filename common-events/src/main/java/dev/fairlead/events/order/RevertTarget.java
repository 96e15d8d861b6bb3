package dev.fairlead.events.order;

import dev.fairlead.events.definition.Definition;

/**
 * Give back what was adopted, for the Canary is being deleted with {@code spec.revertOnDeletion}, or
 * let the Canary go. The target's workload must be ready to serve before the first, and proxies must
 * have learnt of it before the second, for with the Canary goes its primary.
 *
 * @param adopted
 *            whether the apex Service and the routing objects that others had made become again what
 *            they were; else the Canary is let go
 */
public record RevertTarget(OrderHead head, Definition definition,
        boolean adopted) implements ChangeOrder {}
