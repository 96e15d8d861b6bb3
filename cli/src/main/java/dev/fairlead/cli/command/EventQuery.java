package dev.fairlead.cli.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

import picocli.CommandLine.Option;

import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Targets;
import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.show.TargetText;

/** Which events are asked for. */
final class EventQuery {

    @Option(names = "--target", paramLabel = "NAME", description = "of this Canary")
    private String target = "";
    @Option(names = {"-n",
        "--namespace"}, paramLabel = "NAMESPACE", description = "of the Canaries of this namespace")
    private String namespace = "";
    @Option(names = "--cluster", paramLabel = "CLUSTER", description = "of this cluster")
    private String cluster = "";
    @Option(names = "--actor", paramLabel = "PERSON", description = "asked for by this person")
    private String actor = "";
    @Option(names = "--type", paramLabel = "FACT", description = "of this kind, such as GateOpened, AnalysisWaived, TrafficShifted")
    private String type = "";
    @Option(names = "--since", paramLabel = "TIME", description = "from then on, such as 2026-01-31 or 2026-01-31T10:41:00Z")
    private String since = "";
    @Option(names = "--until", paramLabel = "TIME", description = "before then")
    private String until = "";

    /** As the API takes it. */
    Map<String, String> of(EngineClient client) {
        Map<String, String> query = new TreeMap<>();
        query.put("actor", actor);
        query.put("type", type);
        query.put("since", time("--since", since));
        query.put("until", time("--until", until));
        if (target.isEmpty()) {
            query.put("namespace", namespace);
            query.put("cluster", cluster);
        } else {
            query.put("target", TargetText
                    .name(new Targets(client).named(target, namespace, cluster)));
        }
        return query;
    }

    private static String time(String option, String typed) {
        if (typed.isEmpty()) {
            return "";
        }
        try {
            return (typed.indexOf('T') < 0
                    ? LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(typed)).toString();
        } catch (DateTimeParseException _) {
            throw new Trouble(Trouble.USAGE, option + " is no time", "to read " + typed,
                    "expected 2026-01-31 or 2026-01-31T10:41:00Z (UTC)", option + " "
                            + LocalDate.EPOCH);
        }
    }
}
