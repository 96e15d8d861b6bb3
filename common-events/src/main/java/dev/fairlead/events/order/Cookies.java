package dev.fairlead.events.order;

import java.nio.charset.StandardCharsets;

import dev.fairlead.events.Life;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Tree;
import dev.fairlead.events.Weight;
import dev.fairlead.events.proof.HashChain;

/**
 * The cookies that keep users on the side that they saw first, each as {@code name=value}; empty
 * for none.
 *
 * @param canary
 *            of users who were sent to the canary; the same for a whole rollout
 * @param primary
 *            of users who were sent to the primary; another one at each step, so that they are
 *            drawn again
 * @param ended
 *            the canary's of an earlier rollout, which browsers are to forget
 */
public record Cookies(String canary, String primary, String ended) {

    /** Users are drawn anew with each request. */
    public static final Cookies NONE = new Cookies("", "", "");

    private static final int LETTERS = 10;

    private static final int ALPHABET = 26;

    private static final int HEX_DIGITS = 4;

    private static final String HASH_HEAD = "sha256:";

    /**
     * Those of a step of a rollout. The same step has the same cookies whenever it is asked for.
     *
     * @param affinity
     *            {@code spec.analysis.sessionAffinity}; empty when not wanted
     * @param canary
     *            the canary's share, above 0
     */
    public static Cookies during(Tree affinity, Life life, RolloutId rollout, Weight canary) {
        return new Cookies(cookie(affinity, "cookieName", seed(life, rollout)),
                cookie(affinity, "primaryCookieName",
                        seed(life, rollout) + "/" + canary.percent()),
                "");
    }

    /** Those of the time after a rollout, when the primary has all requests. */
    public static Cookies after(Tree affinity, Life life, RolloutId rollout) {
        return new Cookies("", "", cookie(affinity, "cookieName", seed(life, rollout)));
    }

    private static String seed(Life life, RolloutId rollout) {
        return life.uid() + "/" + rollout.text();
    }

    private static String cookie(Tree affinity, String key, String seed) {
        Object name = affinity.fields().getOrDefault(key, "");
        return name.toString().isEmpty() ? "" : name + "=" + letters(key + "/" + seed);
    }

    /** Random to look at; the length and alphabet are Flagger's. */
    private static String letters(String seed) {
        String hex = HashChain.contentHash(seed.getBytes(StandardCharsets.UTF_8))
                .substring(HASH_HEAD.length());
        StringBuilder letters = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS; i++) {
            int number = Integer.parseInt(hex, i * HEX_DIGITS, (i + 1) * HEX_DIGITS, 16);
            int letter = number % (2 * ALPHABET);
            letters.append((char) (letter < ALPHABET ? 'a' + letter : 'A' + letter - ALPHABET));
        }
        return letters.toString();
    }
}
