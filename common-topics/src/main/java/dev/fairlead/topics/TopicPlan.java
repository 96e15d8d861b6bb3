package dev.fairlead.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The topics that a cluster, a pool or the whole engine needs, dead letters included. */
public final class TopicPlan {

    /** Long enough to come back from a weekend. */
    static final Duration RETENTION = Duration.ofDays(3);
    /** Facts for people outside, and dead letters for a person. */
    static final Duration LONG_RETENTION = Duration.ofDays(14);
    /** Checkpoints are small, and old ones prove the most. */
    static final Duration PROOF_RETENTION = Duration.ofDays(3_650);
    /** Parallelism of a pool's ordered topics; a cluster's have one reader and one partition. */
    static final int POOL_PARTITIONS = 6;

    private TopicPlan() {}

    /** What one cluster needs. */
    public static List<TopicSpec> ofCluster(String cluster) {
        return withDead(List.of(plain(Topics.observation(cluster), 1),
                plain(Topics.report(cluster), 1), plain(Topics.changeOrder(cluster), 1),
                plain(Topics.restate(cluster), 1)));
    }

    /** What one pool needs. */
    public static List<TopicSpec> ofPool(String pool) {
        return withDead(List.of(plain(Topics.report(pool), 1),
                plain(Topics.analysisOrder(pool), POOL_PARTITIONS),
                plain(Topics.hookOrder(pool), POOL_PARTITIONS),
                plain(Topics.noticeOrder(pool), POOL_PARTITIONS)));
    }

    /** What the engine needs whatever clusters it has. */
    public static List<TopicSpec> ofEngine() {
        return List.of(
                new TopicSpec(Topics.ROLLOUT_FACTS, POOL_PARTITIONS, LONG_RETENTION),
                new TopicSpec(Topics.CHECKPOINTS, 1, PROOF_RETENTION));
    }

    private static TopicSpec plain(String name, int partitions) {
        return new TopicSpec(name, partitions, RETENTION);
    }

    private static List<TopicSpec> withDead(List<TopicSpec> specs) {
        var all = new ArrayList<TopicSpec>();
        for (TopicSpec spec : specs) {
            all.add(spec);
            all.add(spec.dead(LONG_RETENTION));
        }
        return List.copyOf(all);
    }
}
