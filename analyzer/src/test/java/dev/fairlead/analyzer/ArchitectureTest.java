package dev.fairlead.analyzer;

import org.junit.jupiter.api.Test;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.CoreRules;
import dev.fairlead.architecture.HouseRules;
import dev.fairlead.architecture.Technology;

class ArchitectureTest implements HouseRules, CoreRules {

    private static final Code CODE = Code.of("analyzer");

    @Override
    public Code code() {
        return CODE;
    }

    @Override
    public String[] core() {
        return CODE.rooms("scoring");
    }

    @Override
    public String[] words() {
        return new String[]{Code.packagesOf("events"), Code.packagesOf("canary"),
            Code.packagesOf("judge")};
    }

    @Test
    void technology_stays_in_its_room() {
        Technology.KAFKA.staysIn(CODE, "intake", "publish");
        Technology.KUBERNETES.staysIn(CODE, "metrics", "hooks");
        Technology.HTTP_CLIENT.staysIn(CODE, "exchange");
        Technology.JDBC.isUnknownIn(CODE);
    }

    @Test
    void metric_stores_do_not_know_each_other() {
        Technology.providersAreApart(CODE, "metrics");
    }
}
