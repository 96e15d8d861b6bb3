package dev.fairlead.orchestrator.api;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.api.CommandDesk.Caller;
import dev.fairlead.orchestrator.inbox.CommandName;

/** People's commands: handed in here, decided by the instance that is active. */
@RestController
public class CommandsApi {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final CommandDesk desk;
    private final Callers callers;

    public CommandsApi(CommandDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    /** Hands a command in and waits for its answer. */
    @PostMapping("/api/v1/targets/{cluster}/{namespace}/{name}/commands/{command}")
    ResponseEntity<?> command(@PathVariable String cluster, @PathVariable String namespace,
            @PathVariable String name, @PathVariable String command, HttpServletRequest request)
            throws IOException {
        Caller caller = callers.writer(request);
        CommandName wanted = CommandName.named(command)
                .orElseThrow(() -> new WrongField("command", "Expected one of the commands "
                        + CommandRequest.commands() + ", but got \"" + command + "\""));
        TargetKey target = Names.target(cluster, namespace, name);
        var body = CommandRequest.of(wanted,
                request.getInputStream().readNBytes(CommandRequest.LONGEST_BODY + 1));
        return answer(desk.ask(wanted, target, body, caller, key(request)));
    }

    /** What became of a command. */
    @GetMapping(CommandView.PATH + "{id}")
    Map<String, Object> command(@PathVariable String id) {
        return desk.find(id).fields();
    }

    private static String key(HttpServletRequest request) {
        String key = request.getHeader(KEY);
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (!KEY_FORM.matcher(key).matches()) {
            throw new WrongField(KEY, "Expected " + KEY + " as 1 to 100 characters of A-Z a-z 0-9"
                    + " . _ : -, but got " + key.length() + " characters of any kind");
        }
        return key;
    }

    private static ResponseEntity<?> answer(CommandView view) {
        URI address = URI.create(CommandView.PATH + view.id());
        if (!view.isDecided()) {
            return ResponseEntity.accepted().location(address).body(view.fields());
        }
        if (view.isAccepted()) {
            return ResponseEntity.ok(view.fields());
        }
        HttpStatus status = view.isUnknownTarget() ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        ProblemDetail problem = Problems.of(status,
                view.isUnknownTarget() ? "not-known" : "refused", view.detail());
        problem.setInstance(address);
        problem.setProperty("code", view.code());
        problem.setProperty("command", view.id());
        if (!view.event().isMissingNode()) {
            problem.setProperty("event", view.event());
        }
        return ResponseEntity.status(status).body(problem);
    }
}
