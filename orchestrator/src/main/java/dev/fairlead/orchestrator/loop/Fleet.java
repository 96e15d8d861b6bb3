package dev.fairlead.orchestrator.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The registered clusters.
 *
 * @param pools
 *            the name of each cluster to the name of its pool
 */
public record Fleet(Map<String, String> pools) {

    public Fleet {
        pools = Map.copyOf(pools);
    }

    /**
     * @throws IllegalArgumentException
     *             when a name comes twice
     */
    public static Fleet of(List<Member> members) {
        return new Fleet(members.stream()
                .collect(Collectors.toMap(Member::cluster, Member::pool, (one, other) -> {
                    throw new IllegalArgumentException(
                            "Expected each cluster once in fairlead.clusters, but one name is there"
                                    + " with the pools \"" + one + "\" and \"" + other + "\"");
                })));
    }

    public List<String> clusters() {
        return pools.keySet().stream().sorted().toList();
    }

    /** Each pool once. */
    public List<String> distinctPools() {
        return pools.values().stream().distinct().sorted().toList();
    }

    public Optional<String> poolOf(String cluster) {
        return Optional.ofNullable(pools.get(cluster));
    }

    /** Something for each cluster. */
    public <T> List<T> each(Function<String, T> what) {
        return clusters().stream().map(what).toList();
    }

    /** A cluster and the pool that can reach its metric stores, hooks and chat. */
    public record Member(String cluster, String pool) {}
}
