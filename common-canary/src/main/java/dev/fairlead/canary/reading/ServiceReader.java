package dev.fairlead.canary.reading;

import java.math.BigDecimal;
import java.util.Set;

import dev.fairlead.canary.model.CustomMetadata;
import dev.fairlead.canary.model.RouteOptions;
import dev.fairlead.canary.model.ServiceMetadata;
import dev.fairlead.canary.model.ServicePort;
import dev.fairlead.canary.model.ServiceSpec;
import dev.fairlead.canary.model.TargetPort;

/** Reads {@code spec.service}. */
final class ServiceReader {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_GATEWAYS = 32;
    private static final Set<String> DISTRIBUTIONS =
            Set.of("PreferClose", "PreferSameZone", "PreferSameNode");
    private static final String PORT = "a port from 1 to 65535";

    private final Field service;
    private final boolean needed;

    ServiceReader(Field service, boolean needed) {
        this.service = service;
        this.needed = needed;
    }

    ServiceSpec read(String targetName) {
        return new ServiceSpec(service.at("name").text(targetName), port(),
                service.at("headless").flag(),
                distribution(service.at("trafficDistribution")), routes(), metadata(),
                service.at("meshName").text(),
                service.at("backends").texts());
    }

    private ServicePort port() {
        Field number = service.at("port");
        if (needed && !number.given()) {
            number.missing(PORT);
        }
        return new ServicePort(number.whole(0, 1, HIGHEST_PORT, PORT),
                service.at("portName").text(Defaults.PORT_NAME),
                targetPort(service.at("targetPort")),
                service.at("appProtocol").text(), service.at("portDiscovery").flag());
    }

    private static TargetPort targetPort(Field field) {
        return switch (field.value()) {
            case null -> new TargetPort("");
            case String name -> new TargetPort(name);
            case Number number when new BigDecimal(number.toString()).stripTrailingZeros()
                    .scale() <= 0 -> {
                field.whole(0, 0, HIGHEST_PORT, "a port number or a port name");
                yield new TargetPort(new BigDecimal(number.toString()).toBigInteger().toString());
            }
            default -> {
                field.unexpected("a port number or a port name");
                yield new TargetPort("");
            }
        };
    }

    private static String distribution(Field field) {
        String name = field.text();
        if (!name.isEmpty() && !DISTRIBUTIONS.contains(name)) {
            field.unexpected("one of PreferClose, PreferSameNode, PreferSameZone");
        }
        return name;
    }

    private RouteOptions routes() {
        Field gateways = service.at("gatewayRefs");
        if (gateways.items().size() > MOST_GATEWAYS) {
            gateways.unexpected("a list of at most " + MOST_GATEWAYS);
        }
        gateways.items()
                .forEach(gateway -> gateway.at("name").requiredText("the name of a gateway"));
        return new RouteOptions(service.at("hosts").texts(), service.at("gateways").texts(),
                gateways.trees(),
                service.at("delegation").flag(), service.at("timeout").text(),
                service.at("backendTimeout").text(),
                service.at("match").trees(), service.at("rewrite").tree(),
                service.at("retries").tree(),
                service.at("headers").tree(), service.at("corsPolicy").tree(),
                service.at("trafficPolicy").tree(),
                service.at("mirror").trees());
    }

    private ServiceMetadata metadata() {
        Field unmanaged = service.at("unmanagedMetadata");
        return new ServiceMetadata(custom(service.at("apex")), custom(service.at("primary")),
                custom(service.at("canary")), Set.copyOf(unmanaged.at("annotations").texts()),
                Set.copyOf(unmanaged.at("labels").texts()));
    }

    private static CustomMetadata custom(Field field) {
        if (!field.given()) {
            return CustomMetadata.NONE;
        }
        return new CustomMetadata(field.isObject("an object with labels and annotations"),
                field.at("labels").textMap(), field.at("annotations").textMap());
    }
}
