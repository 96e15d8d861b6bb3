package dev.fairlead.watcher.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.fairlead.canary.model.Alert;
import dev.fairlead.canary.model.AlertProvider;
import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.reading.AlertProviderReader;
import dev.fairlead.canary.reading.Reading;
import dev.fairlead.events.definition.AlertRoute;
import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.definition.Problem;

/** Where alerts of a Canary go: its entries, with the AlertProviders that they name. */
final class AlertResolver {

    private final Addresses addresses;

    AlertResolver(Addresses addresses) {
        this.addresses = addresses;
    }

    List<AlertRoute> resolve(Canary canary, Sightings sightings, List<Problem> problems) {
        List<AlertRoute> routes = new ArrayList<>();
        var alerts = canary.spec().analysis().alerts();
        for (int i = 0; i < alerts.size(); i++) {
            Alert alert = alerts.get(i);
            Place place = new Place(
                    own(alert.providerNamespace(), canary), alert.providerName());
            String field = "spec.analysis.alerts[" + i + "].providerRef";
            provider(place, field, sightings, problems)
                    .map(provider -> route(alert, provider, place))
                    .ifPresent(routes::add);
        }
        return routes;
    }

    static String own(String namespace, Canary canary) {
        return namespace.isEmpty() ? canary.identity().namespace() : namespace;
    }

    private static Optional<AlertProvider> provider(Place place, String field,
            Sightings sightings, List<Problem> problems) {
        Optional<RefSight> found = sightings.alertProvider(place);
        if (found.isEmpty()) {
            problems.add(Problems.absent(field, "AlertProvider", place));
            return Optional.empty();
        }
        return switch (AlertProviderReader.read(found.get().tree())) {
            case Reading.Valid<AlertProvider>(AlertProvider provider) -> Optional.of(provider);
            case Reading.Invalid<AlertProvider> invalid -> {
                problems.addAll(Problems.through(field, "AlertProvider", place, invalid));
                yield Optional.empty();
            }
        };
    }

    private AlertRoute route(Alert alert, AlertProvider provider, Place place) {
        String reference = "AlertProvider/" + place + "#spec.";
        String secret = provider.secretName().isEmpty()
                ? ""
                : new Place(place.namespace(), provider.secretName()).toString();
        return new AlertRoute(alert.name(), severity(alert.severity()),
                provider.service().text(), provider.channel(), provider.username(),
                addresses.hidden(provider.address(), reference + "address"),
                addresses.shown(provider.proxy(), reference + "proxy"), secret);
    }

    private static Severity severity(dev.fairlead.canary.model.Severity severity) {
        return switch (severity) {
            case INFO -> Severity.INFO;
            case WARN -> Severity.WARN;
            case ERROR -> Severity.ERROR;
        };
    }
}
