package dev.fairlead.orchestrator.api;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
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
import dev.fairlead.orchestrator.api.Callers.Caller;
import dev.fairlead.orchestrator.eventlog.AskedCommand;
import dev.fairlead.orchestrator.inbox.CommandBody;
import dev.fairlead.orchestrator.inbox.CommandName;
import dev.fairlead.orchestrator.inbox.HandedIn;
import dev.fairlead.orchestrator.inbox.Inbox;

/** People's commands: handed in here, decided by the instance that is active. */
@RestController
public class CommandsApi {

    /** How long a request waits for the decision; after it the command's address is told. */
    static final Duration WAIT = Duration.ofSeconds(10);
    /** Time between two looks for the answer. */
    static final Duration LOOK_EVERY = Duration.ofMillis(25);
    /** Requests that wait at a time; the others are told the address at once. */
    static final int WAITING_AT_MOST = 64;

    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final Inbox inbox;
    private final Callers callers;
    private final Semaphore places = new Semaphore(WAITING_AT_MOST);

    public CommandsApi(Inbox inbox, Callers callers) {
        this.inbox = inbox;
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
        AskedCommand asked = asked(wanted, target, body, caller, key(request));
        if (!inbox.handIn(asked)) {
            throw new KeyUsed(asked.id());
        }
        return answer(awaited(asked.id()));
    }

    /** What became of a command. */
    @GetMapping(CommandView.PATH + "{id}")
    Map<String, Object> command(@PathVariable String id) {
        return new CommandView(inbox.find(id).orElseThrow(() -> new NotKnown(id))).fields();
    }

    private AskedCommand asked(CommandName command, TargetKey target, CommandRequest body,
            Caller caller, String key) {
        String name = body.actor().isEmpty() || body.actor().equals(caller.principal())
                ? caller.principal()
                : body.actor() + " via " + caller.principal();
        var content = new CommandBody(body.reason(), body.gate(), body.expectStep(),
                body.expectRollout(), "token", caller.address());
        return new AskedCommand(key, inbox.actor(name), target.toString(), command.type(),
                content.json(), Instant.now().plus(Inbox.patience(command.type())));
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

    private CommandView awaited(String id) {
        boolean waits = places.tryAcquire();
        try {
            long end = System.nanoTime() + (waits ? WAIT.toNanos() : 0);
            while (true) {
                Optional<HandedIn> found = inbox.find(id);
                CommandView view = new CommandView(found.orElseThrow(() -> new NotKnown(id)));
                if (view.isDecided() || System.nanoTime() >= end) {
                    return view;
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        } finally {
            if (waits) {
                places.release();
            }
        }
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
