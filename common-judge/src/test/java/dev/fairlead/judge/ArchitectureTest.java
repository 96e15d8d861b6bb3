package dev.fairlead.judge;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.CoreRules;
import dev.fairlead.architecture.HouseRules;

class ArchitectureTest implements HouseRules, CoreRules {

    private static final Code CODE = Code.of("judge");

    @Override
    public Code code() {
        return CODE;
    }

    @Override
    public String[] core() {
        return new String[]{CODE.everything()};
    }

    @Override
    public String[] words() {
        return new String[]{Code.packagesOf("events"), Code.packagesOf("canary.go")};
    }
}
