package dev.fairlead.standalone;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.HouseRules;

class ArchitectureTest implements HouseRules {

    private static final Code CODE = Code.of("standalone");

    @Override
    public Code code() {
        return CODE;
    }

    /** It starts all services, as five processes would be started. */
    @Override
    public String[] strangers() {
        return new String[0];
    }
}
