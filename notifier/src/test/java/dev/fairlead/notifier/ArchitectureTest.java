package dev.fairlead.notifier;

import org.junit.jupiter.api.Test;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.CoreRules;
import dev.fairlead.architecture.HouseRules;
import dev.fairlead.architecture.Technology;

class ArchitectureTest implements HouseRules, CoreRules {

    private static final Code CODE = Code.of("notifier");

    @Override
    public Code code() {
        return CODE;
    }

    @Override
    public String[] core() {
        return CODE.rooms("notice");
    }

    @Override
    public String[] words() {
        return new String[]{Code.packagesOf("events")};
    }

    @Test
    void technology_stays_in_its_room() {
        Technology.KAFKA.staysIn(CODE, "intake", "publish");
        Technology.KUBERNETES.staysIn(CODE, "channel");
        Technology.HTTP_CLIENT.staysIn(CODE, "channel");
        Technology.JDBC.isUnknownIn(CODE);
    }

    @Test
    void channels_do_not_know_each_other() {
        Technology.providersAreApart(CODE, "channel");
    }
}
