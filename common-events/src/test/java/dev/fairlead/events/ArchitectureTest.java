package dev.fairlead.events;

import org.junit.jupiter.api.Test;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.HouseRules;
import dev.fairlead.architecture.Technology;

class ArchitectureTest implements HouseRules {

    private static final Code CODE = Code.of("events");

    @Override
    public Code code() {
        return CODE;
    }

    @Test
    void json_stays_in_the_wire() {
        Technology.JSON.staysIn(CODE, "wire");
    }

    @Test
    void no_technology_is_known() {
        Technology.KAFKA.isUnknownIn(CODE);
        Technology.KUBERNETES.isUnknownIn(CODE);
        Technology.JDBC.isUnknownIn(CODE);
    }
}
