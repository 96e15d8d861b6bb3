package dev.fairlead.canary.model;

/** The port of the container: a number or a name; {@code 0} and nothing mean the port of the Service. */
public record TargetPort(String text) {

    /** Whether the port of the Service counts. */
    public boolean unset() {
        return text.isEmpty() || text.equals("0");
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The value for a Service: a number or a name. */
    public Object orElse(int servicePort) {
        if (unset()) {
            return servicePort;
        }
        return isNumber() ? (Object) Integer.valueOf(text) : text;
    }
}
