package dev.fairlead.sandbox.simulation.cluster;

import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.fate.Chance;
import dev.fairlead.sandbox.simulation.fate.Scheduler;

/** A cluster: its name, its objects, its controllers. */
public final class Cluster {

    private final String name;
    private final Objects objects = new Objects();

    public Cluster(String name, Scheduler scheduler, Chance chance) {
        this.name = name;
        objects.tell(new Pods(objects, scheduler, chance,
                new Actor(name + "/controllers", Actor.Life.ETERNAL)));
    }

    public String name() {
        return name;
    }

    public Objects objects() {
        return objects;
    }
}
