package dev.fairlead.canary.reading;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.fairlead.canary.model.Alert;
import dev.fairlead.canary.model.Analysis;
import dev.fairlead.canary.model.Mirroring;
import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.model.ReadyThresholds;
import dev.fairlead.canary.model.SessionAffinity;
import dev.fairlead.canary.model.Severity;
import dev.fairlead.canary.model.WeightPlan;

/** Reads {@code spec.analysis}. */
final class AnalysisReader {

    private static final Set<String> SAME_SITE = Set.of("Strict", "Lax", "None");
    private static final String PERCENT = "a percentage from 0 to 100";
    private static final String COUNT = "a whole number";

    private final Field analysis;
    private final Provider provider;

    AnalysisReader(Field analysis, Provider provider) {
        this.analysis = analysis;
        this.provider = provider;
    }

    Analysis read() {
        if (!analysis.given()) {
            analysis.missing(
                    "an object with interval, threshold and one of iterations, stepWeight, stepWeights");
        } else if (analysis.isObject("an object")) {
            oneKindOfSteps();
        }
        return new Analysis(interval(), threshold(), iterations(), weights(),
                new Mirroring(analysis.at("mirror").flag(), percent("mirrorWeight", 0)),
                new ReadyThresholds(percent("primaryReadyThreshold", Defaults.READY_PERCENT),
                        percent("canaryReadyThreshold", Defaults.READY_PERCENT)),
                analysis.at("match").trees(),
                analysis.at("metrics").items().stream().map(MetricReader::read).toList(),
                analysis.at("alerts").items().stream().map(AnalysisReader::alert).toList(),
                analysis.at("webhooks").items().stream().map(WebhookReader::read).toList(),
                affinity(analysis.at("sessionAffinity")));
    }

    private void oneKindOfSteps() {
        List<String> given = Stream.of("iterations", "stepWeight", "stepWeights")
                .filter(key -> analysis.at(key).given())
                .toList();
        if (given.size() != 1) {
            analysis.notShown("exactly one of iterations, stepWeight, stepWeights",
                    given.isEmpty() ? "none of them" : String.join(" and ", given));
        }
    }

    private Duration interval() {
        Duration shortest = Defaults.SHORTEST_INTERVAL;
        if (!analysis.given()) {
            return shortest;
        }
        Duration wanted = analysis.at("interval").requiredDuration(shortest);
        return wanted.compareTo(shortest) < 0 ? shortest : wanted;
    }

    private int threshold() {
        Field field = analysis.at("threshold");
        if (analysis.given() && !field.given()) {
            field.missing("the number of failed checks that ends the rollout");
        }
        return Math.max(Defaults.THRESHOLD,
                field.whole(Defaults.THRESHOLD, Integer.MIN_VALUE, Integer.MAX_VALUE,
                        COUNT));
    }

    private int iterations() {
        Field field = analysis.at("iterations");
        boolean plainServices = provider == Provider.KUBERNETES;
        int lowest = plainServices ? Integer.MIN_VALUE : 1;
        int given = field.whole(0, lowest, Integer.MAX_VALUE, "a whole number of at least 1");
        return plainServices && given < 1 ? Defaults.KUBERNETES_ITERATIONS : given;
    }

    private WeightPlan weights() {
        int step =
                analysis.at("stepWeight").whole(0, 1, Integer.MAX_VALUE, "a weight of at least 1");
        Field steps = analysis.at("stepWeights");
        List<Integer> listed = steps.items()
                .stream()
                .map(item -> item.whole(0, 0, Integer.MAX_VALUE, "a weight of at least 0"))
                .toList();
        if (steps.given() && (listed.isEmpty() || listed.getLast() < 1)) {
            steps.unexpected("a list of weights, the last of them at least 1");
        }
        return new WeightPlan(step, listed,
                analysis.at("maxWeight").whole(0, Integer.MIN_VALUE, Integer.MAX_VALUE, COUNT),
                analysis.at("stepWeightPromotion")
                        .whole(0, 0, Integer.MAX_VALUE, "a weight of at least 0"));
    }

    private int percent(String key, int otherwise) {
        return analysis.at(key).whole(otherwise, 0, 100, PERCENT);
    }

    private static Alert alert(Field alert) {
        Field provider = alert.at("providerRef");
        return new Alert(alert.at("name").requiredText("a name for the alert"),
                alert.at("severity").choice(Severity::named, "info, warn, error", Severity.INFO),
                provider.at("namespace").text(),
                provider.at("name").requiredText("the name of an AlertProvider"));
    }

    private static SessionAffinity affinity(Field field) {
        if (!field.given() || !field.isObject("an object with cookieName")) {
            return SessionAffinity.NONE;
        }
        Field sameSite = field.at("sameSite");
        if (sameSite.given() && !SAME_SITE.contains(sameSite.text())) {
            sameSite.unexpected("one of Strict, Lax, None");
        }
        int maxAge = field.at("maxAge").whole(0, 0, Integer.MAX_VALUE, "a whole number of seconds");
        return new SessionAffinity(field.at("cookieName").requiredText("the name of a cookie"),
                field.at("primaryCookieName").text(), field.at("domain").text(),
                field.at("path").text(),
                maxAge == 0 ? Defaults.COOKIE_MAX_AGE_SECONDS : maxAge, field.at("httpOnly").flag(),
                field.at("partitioned").flag(), field.at("secure").flag(), sameSite.text());
    }
}
