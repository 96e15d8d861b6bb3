package dev.fairlead.orchestrator.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.api.CommandDesk;
import dev.fairlead.orchestrator.api.CommandDesk.Caller;
import dev.fairlead.orchestrator.api.CommandRequest;
import dev.fairlead.orchestrator.api.KeyUsed;
import dev.fairlead.orchestrator.api.NotAllowed;
import dev.fairlead.orchestrator.api.WrongField;
import dev.fairlead.orchestrator.inbox.CommandName;

/** The buttons: a form becomes a command with the person, the reason, and what was seen. */
@RestController
public class CommandForms {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages pages;
    private final CommandDesk desk;

    public CommandForms(Pages pages, CommandDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    /** Waits for the decision, then shows the rollout with what became of it. */
    @PostMapping(Visit.ROOT + "/rollouts/{cluster}/{namespace}/{name}/{command}")
    ResponseEntity<String> command(HttpServletRequest request, @PathVariable String cluster,
            @PathVariable String namespace, @PathVariable String name,
            @PathVariable String command) {
        TargetKey target = new TargetKey(cluster, namespace, name);
        CommandName wanted = CommandName.named(command)
                .orElseThrow(() -> new Asked.WrongView(
                        "Expected a command, but got \"" + command + "\""));
        Asked asked = new Asked(request);
        var caller = new Caller(Visit.session(request).person(), request.getRemoteAddr());
        String key = asked.text("key");
        if (!key.matches("[A-Za-z0-9._:-]{1,100}")) {
            throw new Asked.WrongView("Expected key as the page has it, but got something else");
        }
        desk.ask(wanted, target, CommandRequest.of(wanted, body(request)), caller, key);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION,
                        Visit.base(request) + "/rollouts/" + target + "?command=" + key)
                .build();
    }

    private static byte[] body(HttpServletRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : new String[]{"reason", "expectRollout"}) {
            String value = Objects.requireNonNullElse(request.getParameter(field), "");
            // a text area has lines; the log's reasons have one
            fields.put(field, value.replaceAll("\\s+", " ").strip());
        }
        return JSON.writeValueAsBytes(fields);
    }

    @ExceptionHandler
    ResponseEntity<String> wrong(WrongField e, HttpServletRequest request) {
        return pages.problem(request, HttpStatus.BAD_REQUEST, "Not asked for",
                e.getMessage() + ". Go back and correct it; nothing was changed.");
    }

    @ExceptionHandler
    ResponseEntity<String> lacking(NotAllowed e, HttpServletRequest request) {
        return pages.problem(request, HttpStatus.FORBIDDEN, "Not allowed",
                e.getMessage() + ". Ask whoever keeps the file of fairlead.api.token-file.");
    }

    @ExceptionHandler
    ResponseEntity<String> used(KeyUsed e, HttpServletRequest request) {
        return pages.problem(request, HttpStatus.CONFLICT, "Asked for already",
                "This form was sent before. Load the page of the rollout again.");
    }
}
