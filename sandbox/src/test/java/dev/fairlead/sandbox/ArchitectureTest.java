package dev.fairlead.sandbox;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.HouseRules;

class ArchitectureTest implements HouseRules {

    private static final Code CODE = Code.of("sandbox");

    @Override
    public Code code() {
        return CODE;
    }

    /** The one module that knows all services: it starts them, as five processes would be started. */
    @Override
    public String[] strangers() {
        return new String[0];
    }
}
