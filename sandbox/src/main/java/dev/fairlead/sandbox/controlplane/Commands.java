package dev.fairlead.sandbox.controlplane;

import java.util.ArrayList;
import java.util.List;

/** The command lines of the three processes. */
final class Commands {

    private static final String CONTROLLERS = String.join(",", "deployment-controller",
            "replicaset-controller", "daemonset-controller", "garbage-collector-controller",
            "namespace-controller", "serviceaccount-controller",
            "horizontal-pod-autoscaler-controller");

    private Commands() {}

    /** Of unix addresses etcd takes only the form {@code unix://name:number}, relative to its folder. */
    static List<String> etcd(ControlPlanePlan plan) {
        return List.of(plan.tools().etcd().toString(), "--data-dir=etcd",
                "--listen-client-urls=unix://c:0",
                "--advertise-client-urls=unix://c:0", "--listen-peer-urls=unix://p:0",
                "--initial-advertise-peer-urls=unix://p:0", "--initial-cluster=default=unix://p:0",
                "--unsafe-no-fsync", "--log-level=warn");
    }

    static List<String> apiServer(ControlPlanePlan plan) {
        List<String> words = new ArrayList<>(List.of(plan.tools().apiServer().toString(),
                "--etcd-servers=unix://" + plan.folder().resolve("c:0"), "--cert-dir=certs",
                "--bind-address=127.0.0.1", "--secure-port=" + plan.port(),
                "--service-cluster-ip-range=10.0.0.0/16",
                "--service-account-issuer=https://sandbox.local",
                "--service-account-key-file=certs/apiserver.key",
                "--service-account-signing-key-file=certs/apiserver.key",
                "--token-auth-file=" + Credentials.TOKENS, "--authorization-mode=RBAC",
                "--endpoint-reconciler-type=none", "--profiling=false"));
        if (plan.audit()) {
            words.addAll(List.of("--audit-log-path=" + ControlPlane.AUDIT_LOG,
                    "--audit-policy-file=audit-policy.yaml",
                    // One file, so that a reader's place in it holds.
                    "--audit-log-maxsize=0"));
        }
        return words;
    }

    static List<String> controllerManager(ControlPlanePlan plan) {
        return List.of(plan.tools().controllerManager().toString(),
                "--kubeconfig=" + Credentials.ADMIN,
                "--leader-elect=false", "--secure-port=0", "--controllers=" + CONTROLLERS,
                "--kube-api-qps=200", "--kube-api-burst=400",
                "--horizontal-pod-autoscaler-sync-period=1s");
    }
}
