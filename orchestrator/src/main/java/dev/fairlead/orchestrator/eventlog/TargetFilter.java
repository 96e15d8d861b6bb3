package dev.fairlead.orchestrator.eventlog;

/**
 * Which targets are asked for; what is empty asks for nothing.
 *
 * @param cluster
 *            its name, whole
 * @param namespace
 *            its name, whole
 * @param name
 *            the Canary's name, whole
 * @param stage
 *            the kind of state
 * @param phase
 *            as in {@code status.phase}; upper or lower case
 * @param text
 *            a part of {@code cluster/namespace/name}; upper or lower case
 * @param gone
 *            whether targets whose Canary is deleted are wanted, too
 */
public record TargetFilter(String cluster, String namespace, String name, String stage,
        String phase, String text, boolean gone) {

    /** All of them, also those that are gone. */
    static final TargetFilter ALL = new TargetFilter("", "", "", "", "", "", true);
}
