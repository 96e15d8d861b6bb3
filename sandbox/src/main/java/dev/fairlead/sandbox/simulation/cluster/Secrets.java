package dev.fairlead.sandbox.simulation.cluster;

import dev.fairlead.router.plan.Fields;

/** Secret values that can be told from all else wherever they turn up. */
public final class Secrets {

    /** Is in each of them, and in nothing else. */
    public static final String MARK = "pl4nted-s3cret";

    private Secrets() {}

    /** An address with a user, a password and a token in it. */
    public static String address(String host, String path) {
        return "http://robot:" + MARK + "@" + host + path + "?token=" + MARK;
    }

    /** What a Secret holds. */
    public static Fields data(String of) {
        return Fields.EMPTY.with(java.util.Base64.getEncoder()
                .encodeToString(
                        (MARK + "-" + of).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "password");
    }
}
