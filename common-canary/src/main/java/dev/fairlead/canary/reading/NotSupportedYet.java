package dev.fairlead.canary.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.fairlead.canary.model.CanarySpec;
import dev.fairlead.canary.model.MetricSource;
import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.model.TargetKind;
import dev.fairlead.events.definition.Problem;

/**
 * What Canaries may ask for by their definition and the engine cannot do yet. Refused with its
 * name, since a part that is ignored in silence is found out in production. Shrinks with what is
 * built; this is its only list.
 */
public final class NotSupportedYet {

    private static final Set<Provider> PROVIDERS = EnumSet.of(Provider.ISTIO,
            Provider.GATEWAYAPI_V1, Provider.GATEWAYAPI_V1BETA1, Provider.KUBERNETES);

    private static final Set<TargetKind> KINDS = EnumSet.of(TargetKind.DEPLOYMENT,
            TargetKind.DAEMON_SET, TargetKind.SERVICE);

    private static final Set<MetricSource> SOURCES = EnumSet.of(MetricSource.PROMETHEUS);

    private static final List<Part> PARTS = List.of(
            new Part("spec.provider", spec -> !PROVIDERS.contains(spec.provider()),
                    spec -> spec.provider().text()),
            new Part("spec.targetRef.kind", spec -> !KINDS.contains(spec.target().kind()),
                    spec -> spec.target().kind().text() + " of " + spec.target().apiVersion()));

    private record Part(String field, Predicate<CanarySpec> asked,
            Function<CanarySpec, String> came) {}

    private NotSupportedYet() {}

    /** The parts that a Canary asks for. */
    public static List<Problem> in(CanarySpec spec) {
        return PARTS.stream()
                .filter(part -> part.asked().test(spec))
                .map(part -> problem(part.field(), part.came().apply(spec)))
                .toList();
    }

    /** Whether metrics of such a store cannot be asked for. */
    public static boolean isSource(MetricSource source) {
        return !SOURCES.contains(source);
    }

    /** What is told of a part. */
    public static Problem problem(String field, String came) {
        return new Problem(field, came, field + ": " + came + " is not supported yet");
    }
}
