package dev.fairlead.clusters;

import org.junit.jupiter.api.Test;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.HouseRules;
import dev.fairlead.architecture.Technology;

class ArchitectureTest implements HouseRules {

    private static final Code CODE = Code.of("clusters");

    @Override
    public Code code() {
        return CODE;
    }

    @Test
    void neither_topics_nor_tables_are_known() {
        Technology.KAFKA.isUnknownIn(CODE);
        Technology.JDBC.isUnknownIn(CODE);
    }
}
