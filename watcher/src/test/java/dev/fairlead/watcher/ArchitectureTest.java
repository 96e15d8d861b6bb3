package dev.fairlead.watcher;

import org.junit.jupiter.api.Test;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.CoreRules;
import dev.fairlead.architecture.HouseRules;
import dev.fairlead.architecture.Technology;

class ArchitectureTest implements HouseRules, CoreRules {

    private static final Code CODE = Code.of("watcher");

    @Override
    public Code code() {
        return CODE;
    }

    @Override
    public String[] core() {
        return CODE.rooms("detection");
    }

    @Override
    public String[] words() {
        return new String[]{Code.packagesOf("events"), Code.packagesOf("canary")};
    }

    @Test
    void technology_stays_in_its_room() {
        Technology.KAFKA.staysIn(CODE, "publish");
        Technology.KUBERNETES.staysIn(CODE, "watch");
        Technology.JDBC.isUnknownIn(CODE);
        Technology.HTTP_CLIENT.isUnknownIn(CODE);
    }
}
