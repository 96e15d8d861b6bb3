package dev.fairlead.topics;

import org.junit.jupiter.api.Test;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.HouseRules;
import dev.fairlead.architecture.Technology;

class ArchitectureTest implements HouseRules {

    private static final Code CODE = Code.of("topics");

    @Override
    public Code code() {
        return CODE;
    }

    @Test
    void neither_clusters_nor_tables_are_known() {
        Technology.KUBERNETES.isUnknownIn(CODE);
        Technology.JDBC.isUnknownIn(CODE);
    }
}
