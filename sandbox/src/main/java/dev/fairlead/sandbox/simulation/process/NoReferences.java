package dev.fairlead.sandbox.simulation.process;

import java.util.Map;

import dev.fairlead.clusters.secrets.References;
import dev.fairlead.clusters.secrets.Unreadable;

/** Nothing that is referred to: the Canaries of a world have no secrets. */
final class NoReferences implements References {

    @Override
    public Object value(String cluster, String reference) {
        throw new Unreadable("Expected no references here, but got " + reference);
    }

    @Override
    public Map<String, String> secret(String cluster, String place) {
        throw new Unreadable("Expected no Secrets here, but got " + place);
    }
}
