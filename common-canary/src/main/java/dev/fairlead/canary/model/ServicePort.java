package dev.fairlead.canary.model;

/**
 * The port of the generated Services.
 *
 * @param number 1 to 65535; 0 when the Canary has no service part
 * @param name {@code http} unless given
 * @param appProtocol empty unless given
 * @param discovery whether the other ports of the containers are exposed too
 */
public record ServicePort(int number, String name, TargetPort target, String appProtocol,
        boolean discovery) {

    /** Whether traffic is routed as plain TCP. */
    public boolean isTcp() {
        return appProtocol.equalsIgnoreCase("tcp");
    }
}
