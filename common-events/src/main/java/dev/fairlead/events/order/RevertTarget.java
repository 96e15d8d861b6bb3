package dev.fairlead.events.order;

import dev.fairlead.events.definition.Definition;

/**
 * Give back what was adopted, for the Canary is being deleted with {@code spec.revertOnDeletion}, and
 * then let the Canary go. The target's workload must be ready to serve before.
 *
 * @param adopted
 *            whether the apex Service and the routing objects that others had made become again what
 *            they were; else only the Canary is let go, as when its namespace goes with it
 */
public record RevertTarget(OrderHead head, Definition definition,
        boolean adopted) implements ChangeOrder {}
