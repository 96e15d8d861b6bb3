package dev.fairlead.watcher.detection;

/** A target as most users have it. */
public final class Manifests {

    public static final String CANARY = """
            apiVersion: flagger.app/v1beta1
            kind: Canary
            metadata:
              name: podinfo
              uid: life-1
              annotations: {fairlead.dev/drain: 2s}
            spec:
              provider: istio
              progressDeadlineSeconds: 60
              targetRef: {apiVersion: apps/v1, kind: Deployment, name: podinfo}
              service:
                port: 9898
                gateways: [istio-system/public]
                hosts: [app.example.com]
              analysis:
                interval: 10s
                threshold: 5
                maxWeight: 50
                stepWeight: 5
                canaryReadyThreshold: 50
                metrics:
                - name: request-success-rate
                  thresholdRange: {min: 99}
                  interval: 1m
                - name: errors
                  templateRef: {name: error-rate}
                  thresholdRange: {max: 0.5}
                  interval: 30s
                  templateVariables: {direction: inbound}
                - name: request-duration
                  thresholdRange: {max: 500}
                alerts:
                - name: team
                  severity: error
                  providerRef: {name: slack}
                webhooks:
                - name: conformance-test
                  type: pre-rollout
                  url: http://user:s3cret@tester.test/run?token=t0ps3cret
                  timeout: 15s
                  metadata: {type: bash}
                - name: load-test
                  url: http://tester.test/
            """;

    public static final String TEMPLATE = """
            apiVersion: flagger.app/v1beta1
            kind: MetricTemplate
            metadata: {name: error-rate}
            spec:
              provider:
                type: prometheus
                address: http://prometheus.istio-system:9090
                secretRef: {name: prom-auth}
              query: |
                sum(rate(errors{app="{{ target }}",dir="{{ variables.direction }}"}[{{ interval }}]))
            """;

    public static final String PROVIDER = """
            apiVersion: flagger.app/v1beta1
            kind: AlertProvider
            metadata: {name: slack}
            spec:
              type: slack
              channel: on-call
              address: https://hooks.slack.test/services/T0/B0/s3cretpath
            """;

    public static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: podinfo, generation: 3}
            spec:
              replicas: 2
              selector: {matchLabels: {app: podinfo}}
              template:
                metadata: {labels: {app: podinfo}}
                spec:
                  containers: [{name: podinfo, image: "podinfo:1.0"}]
            status: {observedGeneration: 3, replicas: 2, updatedReplicas: 2, availableReplicas: 2}
            """;

    public static final String PRIMARY = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: podinfo-primary
              generation: 1
              annotations: {fairlead.dev/revision: v1-promoted, fairlead.dev/fence: "1.4"}
            spec:
              replicas: 2
              selector: {matchLabels: {app: podinfo-primary}}
              template:
                metadata: {labels: {app: podinfo-primary}}
                spec:
                  containers: [{name: podinfo, image: "podinfo:1.0"}]
            status: {observedGeneration: 1, replicas: 2, updatedReplicas: 2, availableReplicas: 1}
            """;

    public static final String ROUTE = """
            apiVersion: networking.istio.io/v1beta1
            kind: VirtualService
            metadata: {name: podinfo, generation: 2, annotations: {fairlead.dev/fence: "1.7"}}
            spec:
              http:
              - route:
                - {destination: {host: podinfo-primary}, weight: 80}
                - {destination: {host: podinfo-canary}, weight: 20}
            """;

    private Manifests() {}

    /** Everything there, as after the initialisation. */
    public static Sights all() {
        return new Sights().with(CANARY)
                .with(TEMPLATE)
                .with(PROVIDER)
                .with(DEPLOYMENT)
                .with(PRIMARY)
                .with(ROUTE);
    }
}
