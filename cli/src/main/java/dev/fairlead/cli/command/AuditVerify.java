package dev.fairlead.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.cli.audit.AuditText;
import dev.fairlead.cli.audit.Kept;
import dev.fairlead.cli.audit.Keys;
import dev.fairlead.cli.engine.EngineClient;
import dev.fairlead.cli.engine.Targets;
import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.cli.show.TargetText;
import dev.fairlead.events.wire.bundle.BundleCheck;

@Command(name = "verify", description = "whether the log, or a bundle of it, is what was written;"
        + " exit code 0 intact, 1 broken")
final class AuditVerify implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final EngineOptions engine = new EngineOptions();
    @Mixin
    private final OutputOption output = new OutputOption();
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "name, namespace/name or cluster/namespace/name of a Canary; without one"
            + " the whole log")
    private String name = "";
    @Option(names = "--all", description = "the whole log; what happens without a NAME")
    private boolean all;
    @Option(names = "--checkpoints", paramLabel = "FILE", description = "checkpoints that were kept outside of the engine; they show a log that was"
            + " cut, rewritten as a whole or put back")
    private String checkpoints = "";
    @Option(names = "--bundle", paramLabel = "FILE", description = "check an exported bundle here, without an engine")
    private String bundle = "";
    @Option(names = "--key", paramLabel = "KEY", description = "the public key, or a file with it; with --checkpoints and --bundle")
    private String key = "";
    private final Surroundings around;

    AuditVerify(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (all && !name.isEmpty()) {
            throw new Trouble(Trouble.USAGE, "either --all or a NAME",
                    "audit verify --all " + name, "both", "fairlead audit verify " + name);
        }
        return bundle.isEmpty() ? log() : offline();
    }

    private int offline() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(Path.of(bundle))) {
            BundleCheck.Verdict verdict = BundleCheck.of(lines, Keys.read(key));
            JsonNode tree = JSON.createObjectNode()
                    .put("verdict", verdict.isIntact() ? "intact" : "broken")
                    .put("events", verdict.events())
                    .put("fault", verdict.fault().orElse(""));
            around.print(output.one(tree, bundle, _ -> AuditText.of(verdict)));
            return verdict.isIntact() ? 0 : Trouble.REFUSED;
        } catch (java.nio.file.NoSuchFileException _) {
            throw new Trouble(Trouble.USAGE, "there is no such bundle", "to read " + bundle,
                    "no file", "fairlead audit export --out " + bundle);
        }
    }

    private int log() {
        try (EngineClient client = engine.open(around)) {
            Map<String, String> query = new TreeMap<>();
            if (!checkpoints.isEmpty()) {
                query.put("checkpoints",
                        Kept.sent(Kept.read(Path.of(checkpoints), Keys.read(key))));
            }
            if (!name.isEmpty()) {
                query.put("target",
                        TargetText.name(new Targets(client).named(name, "", "")));
            }
            JsonNode verdict = verdict(client, "/api/v1/audit/verify" + Targets.query(query));
            around.print(output.one(verdict, verdict.path("verdict").asString(""),
                    _ -> AuditText.of(verdict)));
            return verdict.path("verdict").asString("").equals("intact") ? 0 : Trouble.REFUSED;
        }
    }

    private JsonNode verdict(EngineClient client, String path) {
        JsonNode[] last = {JSON.missingNode()};
        client.lines(path, line -> {
            last[0] = JSON.readTree(line);
            if (!last[0].has("verdict")) {
                around.say(last[0].path("events").asString() + " events read");
            }
        });
        if (!last[0].has("verdict")) {
            throw new Trouble(Trouble.UNREACHABLE, "the check was not ended", path,
                    "the answer was cut", "run it again; fairlead doctor");
        }
        return last[0];
    }
}
