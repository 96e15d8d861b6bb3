package dev.fairlead.standalone.flags;

import java.util.List;
import java.util.stream.Stream;

import static dev.fairlead.standalone.flags.Flag.missing;
import static dev.fairlead.standalone.flags.Flag.needless;
import static dev.fairlead.standalone.flags.Flag.own;
import static dev.fairlead.standalone.flags.Flag.setting;

/** All flags. Names, values and meanings of those that Flagger has are Flagger's. */
final class Flags {

    private static final String WATCHER = "fairlead.watcher.";

    private static final String ROUTER = "fairlead.router.";

    private static final String SLACK = "fairlead.notifier.slack.";

    private static final String TEAMS = "fairlead.notifier.msteams.";

    private static final String LOGS = "the logs go to standard error as --zap-encoding says";

    private static final String INGRESSES = "only Canaries of providers that are not supported yet"
            + " would read it, and those are refused by name";

    static final List<Flag> CLUSTERS = List.of(
            own("kubeconfig", Form.TEXT, "FILE",
                    "the kubeconfig of the clusters; without it: $KUBECONFIG, or the cluster that"
                            + " the process runs in"),
            own("context", Form.TEXT, "NAME",
                    "a context of that file, one cluster each, as often as there are clusters;"
                            + " without it: the current one"),
            own("master", Form.ADDRESS, "URL",
                    "the API server's address, instead of the kubeconfig's"),
            own("install-crds", Form.BOOLEAN, "",
                    "apply the custom resource definitions to every cluster first"),
            setting("namespace", Form.TEXT, "NAME", "the one to watch; without it: all",
                    WATCHER + "namespace"));

    static final List<Flag> STORES = List.of(
            own("data", Form.TEXT, "DIR",
                    "where the log, the embedded Kafka and Postgres and the token are kept;"
                            + " default ~/.fairlead/data"),
            own("kafka", Form.BROKERS, "HOST:PORT,…",
                    "a Kafka of your own (4.2 or newer) instead of the embedded one"),
            own("database", Form.DATABASE, "JDBC-URL",
                    "a Postgres of your own instead of the embedded one; user and password by"
                            + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD"),
            own("move-log-to", Form.DATABASE, "JDBC-URL",
                    "copy the log of DIR to a database of your own, then end; see"
                            + " docs/operate.md"));

    static final List<Flag> HTTP = List.of(
            setting("port", Form.PORT, "PORT",
                    "API, health and metrics are all served here; default 8080", "server.port"),
            setting("listen", Form.TEXT, "ADDRESS",
                    "the address to listen on; default 127.0.0.1. From other machines the API"
                            + " wants a token also to read",
                    "server.address"));

    static final List<Flag> ROLLOUTS = List.of(
            setting("metrics-server", Form.ADDRESS, "URL",
                    "the Prometheus of the built-in checks, for Canaries that name none; default"
                            + " http://prometheus:9090",
                    WATCHER + "metrics-server"),
            setting("mesh-provider", Form.PROVIDER, "NAME",
                    "for Canaries that name no provider: istio, gatewayapi:v1, gatewayapi:v1beta1,"
                            + " kubernetes; default istio",
                    WATCHER + "mesh-provider", "fairlead.metrics.mesh-provider"),
            setting("selector-labels", Form.TEXT, "A,B,…",
                    "labels of which a target's selector must have one; default"
                            + " app,name,app.kubernetes.io/name",
                    WATCHER + "selector-labels", ROUTER + "selector-labels"),
            setting("include-label-prefix", Form.TEXT, "A,B,…",
                    "prefixes of labels that the primary has, too; * for all",
                    ROUTER + "include-label-prefix"),
            setting("enable-config-tracking", Form.BOOLEAN, "",
                    "whether a change of a ConfigMap or Secret is a new revision; default true",
                    WATCHER + "enable-config-tracking", ROUTER + "enable-config-tracking"),
            setting("secrets", Form.TEXT, "MODE",
                    "how Secrets of targets are looked at: watch, poll or off; default watch",
                    WATCHER + "secrets", ROUTER + "secrets"),
            setting("no-cross-namespace-refs", Form.BOOLEAN, "",
                    "refuse templates and alert providers of other namespaces; default false",
                    WATCHER + "no-cross-namespace-refs"));

    static final List<Flag> PEOPLE = List.of(
            setting("cluster-name", Form.TEXT, "NAME", "shown first in every notice",
                    "fairlead.notifier.cluster-name"),
            setting("slack-url", Form.ADDRESS, "URL",
                    "where notices go of Canaries without alerts; SLACK_URL wins", SLACK + "url"),
            setting("slack-channel", Form.TEXT, "NAME", "the room, needed beside the URL",
                    SLACK + "channel"),
            setting("slack-user", Form.TEXT, "NAME", "the sender; default flagger", SLACK + "user"),
            setting("slack-token", Form.TEXT, "TOKEN", "of a bot; SLACK_TOKEN wins",
                    SLACK + "token"),
            setting("slack-proxy-url", Form.ADDRESS, "URL", "a proxy; SLACK_PROXY_URL wins",
                    SLACK + "proxy-url"),
            setting("msteams-url", Form.ADDRESS, "URL", "Microsoft Teams; MSTEAMS_URL wins",
                    TEAMS + "url"),
            setting("msteams-proxy-url", Form.ADDRESS, "URL", "a proxy; MSTEAMS_PROXY_URL wins",
                    TEAMS + "proxy-url"),
            setting("event-webhook", Form.ADDRESS, "URL",
                    "is told each event of the Canaries that have no event hook of their own;"
                            + " EVENT_WEBHOOK_URL wins",
                    WATCHER + "event-webhook", "fairlead.analyzer.event-webhook"));

    static final List<Flag> LOGS_OF_OURS = List.of(
            setting("log-level", Form.LEVEL, "LEVEL",
                    "debug, info, warn, error, fatal or panic; default info",
                    "logging.level.dev.fairlead"),
            own("zap-encoding", Form.ENCODING, "FORM",
                    "json: a JSON object per line with the keys level, ts, caller, msg; default"
                            + " console"));

    static final List<Flag> NEEDLESS = List.of(
            needless("control-loop-interval",
                    "nothing is looked at in turns: each change is seen when it happens"),
            needless("kubeconfig-qps",
                    "nothing is read over and over; writes have a limit of their own,"
                            + " fairlead.router.orders-at-a-time"),
            needless("kubeconfig-burst", "as for --kubeconfig-qps"),
            needless("threadiness", "targets do not wait for each other's turn"),
            needless("enable-leader-election",
                    "one engine at a time decides, by a lease in the log's database, always"),
            needless("leader-election-namespace", "the lease is in the log's database"),
            needless("zap-replace-globals", LOGS),
            needless("ingress-annotations-prefix", INGRESSES),
            needless("ingress-class", INGRESSES),
            needless("v", LOGS), needless("vmodule", LOGS), needless("logtostderr", LOGS),
            needless("alsologtostderr", LOGS), needless("stderrthreshold", LOGS),
            needless("log_dir", LOGS), needless("log_file", LOGS),
            needless("log_file_max_size", LOGS), needless("log_backtrace_at", LOGS),
            needless("add_dir_header", LOGS), needless("skip_headers", LOGS),
            needless("skip_log_headers", LOGS), needless("one_output", LOGS));

    static final List<Flag> MISSING = List.of(
            missing("kubeconfig-service-mesh",
                    "a mesh whose objects lie in another cluster is not supported yet"));

    static final List<Flag> ENDS = List.of(
            own("print-crds", Form.BOOLEAN, "",
                    "print the custom resource definitions, for kubectl apply -f -, and end"),
            own("version", Form.BOOLEAN, "", "print the version and end"),
            own("help", Form.BOOLEAN, "", "print this and end"));

    private Flags() {}

    static Stream<Flag> all() {
        return Stream.of(CLUSTERS, STORES, HTTP, ROLLOUTS, PEOPLE, LOGS_OF_OURS, NEEDLESS, MISSING,
                ENDS).flatMap(List::stream);
    }
}
