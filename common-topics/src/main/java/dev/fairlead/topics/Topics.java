package dev.fairlead.topics;

/** The names of the topics and of the groups that read them. */
public final class Topics {

    /** For anyone outside: what has happened to rollouts. */
    public static final String ROLLOUT_FACTS = "fairlead.fact.rollout";

    /** For anyone outside: what the log was, signed. */
    public static final String CHECKPOINTS = "fairlead.checkpoint";

    private static final String DEAD = ".dead";

    private Topics() {}

    /** From the watcher of a cluster to the orchestrator, keyed by target. */
    public static String observation(String cluster) {
        return "fairlead.observation." + named("cluster", cluster);
    }

    /** From the workers of a cluster or pool to the orchestrator, keyed by target. */
    public static String report(String clusterOrPool) {
        return "fairlead.report." + named("cluster or pool", clusterOrPool);
    }

    /** From the orchestrator to the analyzers of a pool, keyed by analysis. */
    public static String analysisOrder(String pool) {
        return "fairlead.order.analysis." + named("pool", pool);
    }

    /** From the orchestrator to the analyzers of a pool, keyed by target. */
    public static String hookOrder(String pool) {
        return "fairlead.order.hook." + named("pool", pool);
    }

    /** From the orchestrator to the router of a cluster, keyed by target. */
    public static String changeOrder(String cluster) {
        return "fairlead.order.change." + named("cluster", cluster);
    }

    /** From the orchestrator to the notifiers of a pool, keyed by target. */
    public static String noticeOrder(String pool) {
        return "fairlead.order.notice." + named("pool", pool);
    }

    /** From the orchestrator to the watcher of a cluster: say it all again. */
    public static String restate(String cluster) {
        return "fairlead.restate." + named("cluster", cluster);
    }

    /** Where whoever gives up on a record of the topic leaves it for a person. */
    public static String dead(String topic) {
        return topic + DEAD;
    }

    /** The share group of the analyzers of a pool. */
    public static String analyzerGroup(String pool) {
        return "analyzer." + named("pool", pool);
    }

    /** The group that calls the hooks of a pool. */
    public static String hookGroup(String pool) {
        return "hook." + named("pool", pool);
    }

    /** The group of a cluster's router. */
    public static String routerGroup(String cluster) {
        return "router." + named("cluster", cluster);
    }

    /** The group of the notifiers of a pool. */
    public static String notifierGroup(String pool) {
        return "notifier." + named("pool", pool);
    }

    private static String named(String what, String name) {
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}")) {
            throw new IllegalArgumentException("Expected the name of a " + what
                    + " of 1 to 63 letters, digits, '.', '_' or '-', but got \"" + name + "\"");
        }
        return name;
    }
}
