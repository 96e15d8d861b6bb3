package dev.fairlead.sandbox.simulation.process;

import java.util.Map;
import java.util.Objects;

import dev.fairlead.clusters.secrets.Reference;
import dev.fairlead.clusters.secrets.References;
import dev.fairlead.clusters.secrets.Unreadable;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.Cluster;

/** What orders leave out because it is secret, read from the Canaries of a world. */
record ReadAtUse(Map<String, Cluster> clusters) implements References {

    @Override
    public Object value(String cluster, String reference) {
        Reference wanted = Reference.parse(reference);
        if (!wanted.kind().equals(Kind.CANARY.title())) {
            throw new Unreadable("Expected a reference to a Canary, but got " + reference);
        }
        return wanted.in(Objects.requireNonNull(clusters.get(cluster))
                .objects()
                .fields(new ObjectRef(Kind.CANARY, wanted.namespace(), wanted.name()))
                .map());
    }

    @Override
    public Map<String, String> secret(String cluster, String place) {
        throw new Unreadable("Expected no Secrets here, but got " + place);
    }
}
