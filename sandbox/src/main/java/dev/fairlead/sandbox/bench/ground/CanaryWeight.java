package dev.fairlead.sandbox.bench.ground;

import tools.jackson.databind.JsonNode;

/** The canary's share in the spec of a VirtualService. */
final class CanaryWeight {

    private CanaryWeight() {}

    /** 0 to 100, of the last rule; 0 where there is none. */
    static int of(JsonNode spec) {
        JsonNode rules = spec.path("http");
        int weight = 0;
        for (JsonNode route : rules.path(rules.size() - 1).path("route")) {
            if (route.path("destination").path("host").asString("").endsWith("-canary")) {
                weight += route.path("weight").asInt(0);
            }
        }
        return weight;
    }
}
