package dev.fairlead.cli;

import org.junit.jupiter.api.Test;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.HouseRules;
import dev.fairlead.architecture.Technology;

class ArchitectureTest implements HouseRules {

    private static final Code CODE = Code.of("cli");

    @Override
    public Code code() {
        return CODE;
    }

    @Test
    void technology_stays_in_its_room() {
        Technology.HTTP_CLIENT.staysIn(CODE, "engine", "doctor");
        Technology.KUBERNETES.staysIn(CODE, "doctor");
        Technology.KAFKA.isUnknownIn(CODE);
        Technology.JDBC.isUnknownIn(CODE);
        Technology.WEB.isUnknownIn(CODE);
    }
}
