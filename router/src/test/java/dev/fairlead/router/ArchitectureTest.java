package dev.fairlead.router;

import org.junit.jupiter.api.Test;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.CoreRules;
import dev.fairlead.architecture.HouseRules;
import dev.fairlead.architecture.Technology;

class ArchitectureTest implements HouseRules, CoreRules {

    private static final Code CODE = Code.of("router");

    @Override
    public Code code() {
        return CODE;
    }

    @Override
    public String[] core() {
        return CODE.rooms("plan");
    }

    @Override
    public String[] words() {
        return new String[]{Code.packagesOf("events"), Code.packagesOf("canary")};
    }

    @Test
    void technology_stays_in_its_room() {
        Technology.KAFKA.staysIn(CODE, "intake", "publish");
        Technology.KUBERNETES.staysIn(CODE, "cluster", "traffic", "workload");
        Technology.JDBC.isUnknownIn(CODE);
        Technology.HTTP_CLIENT.isUnknownIn(CODE);
    }

    @Test
    void meshes_do_not_know_each_other() {
        Technology.providersAreApart(CODE, "traffic");
    }
}
