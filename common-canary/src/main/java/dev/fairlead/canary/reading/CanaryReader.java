package dev.fairlead.canary.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.fairlead.canary.model.Autoscaler;
import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.model.CanarySpec;
import dev.fairlead.canary.model.Identity;
import dev.fairlead.canary.model.ObjectRef;
import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.model.ServiceSpec;
import dev.fairlead.canary.model.TargetKind;
import dev.fairlead.canary.model.TargetRef;

/** Reads Canary resources. Unknown fields are ignored, as the API server would prune them. */
public final class CanaryReader {

    private final ReadingRules rules;

    public CanaryReader(ReadingRules rules) {
        this.rules = rules;
    }

    /** @param tree the whole resource, as any JSON or YAML reader or the API server gives it */
    public Reading<Canary> read(Map<String, ?> tree) {
        List<Problem> problems = new ArrayList<>();
        Field root = Field.root(tree, problems);
        Identity identity = IdentityReader.read(root.at("metadata"));
        CanarySpec spec = spec(root.at("spec"));
        Canary canary = new Canary(identity, spec,
                WishesReader.read(root.at("metadata").at("annotations")));
        if (problems.isEmpty()) {
            new CanaryRules(canary, rules, root).check();
        }
        return Reading.of(problems, () -> canary);
    }

    private CanarySpec spec(Field spec) {
        TargetRef target = target(spec.at("targetRef"));
        Provider provider = provider(spec.at("provider"));
        Field analysis =
                spec.at("analysis").given() ? spec.at("analysis") : spec.at("canaryAnalysis");
        return new CanarySpec(provider,
                rules.metricsProvider(spec.at("provider").text(),
                        target.kind() == TargetKind.SERVICE),
                metricsServer(spec.at("metricsServer")),
                deadline(spec.at("progressDeadlineSeconds")), target,
                autoscaler(spec.at("autoscalerRef")), ref(spec.at("ingressRef"), "Ingress"),
                ref(spec.at("routeRef"), "ApisixRoute"), ref(spec.at("upstreamRef"), "Upstream"),
                service(spec.at("service"), target),
                new AnalysisReader(analysis.given() ? analysis : spec.at("analysis"), provider)
                        .read(),
                spec.at("skipAnalysis").flag(), spec.at("revertOnDeletion").flag(),
                spec.at("suspend").flag());
    }

    private Provider provider(Field field) {
        if (!field.given()) {
            return rules.provider();
        }
        return field.choice(Provider::named, Provider.names(), rules.provider());
    }

    private String metricsServer(Field field) {
        String own = Addresses.read(field);
        return own.isEmpty() ? rules.metricsServer() : own;
    }

    private static Duration deadline(Field field) {
        int seconds =
                field.whole((int) Defaults.PROGRESS_DEADLINE.toSeconds(), 0, Integer.MAX_VALUE,
                        "a whole number of seconds");
        return Duration.ofSeconds(seconds);
    }

    private static TargetRef target(Field ref) {
        if (!ref.given()) {
            ref.missing("the workload to release, with apiVersion, kind and name");
            return new TargetRef("", TargetKind.DEPLOYMENT, "");
        }
        if (!ref.isObject("an object with apiVersion, kind and name")) {
            return new TargetRef("", TargetKind.DEPLOYMENT, "");
        }
        String version = ref.at("apiVersion")
                .requiredText("the API version of the workload, such as apps/v1");
        return new TargetRef(version, kind(ref.at("kind"), version),
                ref.at("name").requiredText("the name of the workload"));
    }

    private static TargetKind kind(Field field, String apiVersion) {
        return switch (field.requiredText("one of DaemonSet, Deployment, Service")) {
            case "Deployment", "" -> TargetKind.DEPLOYMENT;
            case "DaemonSet" -> TargetKind.DAEMON_SET;
            case "Service" -> apiVersion.equals(TargetRef.KNATIVE_API_VERSION)
                    ? TargetKind.KNATIVE_SERVICE
                    : TargetKind.SERVICE;
            default -> {
                field.unexpected("one of DaemonSet, Deployment, Service");
                yield TargetKind.DEPLOYMENT;
            }
        };
    }

    private static Autoscaler autoscaler(Field field) {
        ObjectRef ref = ref(field, "HorizontalPodAutoscaler", "ScaledObject");
        Field replicas = field.at("primaryScalerReplicas");
        return new Autoscaler(ref, field.at("primaryScalerQueries").textMap(),
                replicas(replicas.at("minReplicas")),
                replicas(replicas.at("maxReplicas")));
    }

    private static int replicas(Field field) {
        return field.whole(0, 1, Integer.MAX_VALUE, "a number of replicas, at least 1");
    }

    private static ObjectRef ref(Field field, String... kinds) {
        if (!field.given() || !field.isObject("an object with apiVersion, kind and name")) {
            return ObjectRef.NONE;
        }
        String known = "one of " + String.join(", ", kinds);
        String kind = field.at("kind").requiredText(known);
        if (!kind.isEmpty() && !Set.of(kinds).contains(kind)) {
            field.at("kind").unexpected(known);
        }
        return new ObjectRef(field.at("apiVersion").requiredText("an API version"), kind,
                field.at("namespace").text(), field.at("name").requiredText("a name"));
    }

    private static ServiceSpec service(Field service, TargetRef target) {
        boolean needed = switch (target.kind()) {
            case DEPLOYMENT, DAEMON_SET -> true;
            case SERVICE, KNATIVE_SERVICE -> false;
        };
        if (service.given()) {
            service.isObject("an object");
        }
        return new ServiceReader(service, needed || service.given()).read(target.name());
    }
}
