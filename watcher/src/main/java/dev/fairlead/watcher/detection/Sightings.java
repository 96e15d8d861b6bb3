package dev.fairlead.watcher.detection;

import java.util.Optional;

import dev.fairlead.events.Seen;

/** What is seen in a cluster just now. Answers from memory. */
public interface Sightings {

    Optional<CanarySight> canary(Place place);

    Optional<RefSight> template(Place place);

    Optional<RefSight> alertProvider(Place place);

    Optional<WorkloadSight> workload(WorkloadKind kind, Place place);

    Optional<RouteSight> virtualService(Place place);

    Optional<RouteSight> httpRoute(Place place);

    Optional<Seen> destinationRule(Place place);

    Optional<ServiceSight> service(Place place);

    Optional<Seen> autoscaler(Place place);

    Optional<Seen> scaledObject(Place place);

    Optional<ConfigSight> configMap(Place place);

    Optional<ConfigSight> secret(Place place);
}
