package dev.fairlead.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.events.report.CheckEvidence.Verdict;

/** From the checks of one analysis to one verdict and one sentence. */
public final class Analyses {

    private Analyses() {}

    /** Failed if any check failed, else inconclusive if any is, else passed; no checks pass. */
    public static Verdict verdict(List<CheckEvidence> checks) {
        return Stream.of(Verdict.FAIL, Verdict.INCONCLUSIVE)
                .filter(verdict -> checks.stream().anyMatch(check -> check.verdict() == verdict))
                .findFirst()
                .orElse(Verdict.PASS);
    }

    /**
     * The sentence of the check that decided: of those with the verdict of the whole, the first built-in or inline one,
     * else the first from a template, since that is the order in which users know them to be made. Empty when passed.
     *
     * @param metrics
     *            as ordered, one for each of {@code checks}
     * @throws IllegalArgumentException
     *             if there are not as many
     */
    public static Optional<String> halt(List<MetricCheck> metrics, List<CheckEvidence> checks) {
        if (metrics.size() != checks.size()) {
            throw new IllegalArgumentException("Expected evidence of " + metrics.size()
                    + " checks, but got " + checks.size());
        }
        Verdict verdict = verdict(checks);
        if (verdict == Verdict.PASS) {
            return Optional.empty();
        }
        Predicate<Kind> template = kind -> kind == Kind.TEMPLATE;
        return Stream.of(template.negate(), template)
                .flatMap(round -> first(round, verdict, metrics, checks))
                .findFirst();
    }

    private static Stream<String> first(Predicate<Kind> round, Verdict verdict,
            List<MetricCheck> metrics,
            List<CheckEvidence> checks) {
        for (int i = 0; i < metrics.size(); i++) {
            if (round.test(metrics.get(i).kind()) && checks.get(i).verdict() == verdict) {
                return Stream.of(checks.get(i).halt());
            }
        }
        return Stream.empty();
    }
}
