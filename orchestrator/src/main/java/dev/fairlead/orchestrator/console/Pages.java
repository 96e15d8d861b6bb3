package dev.fairlead.orchestrator.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes pages of templates. */
public final class Pages {

    private static final MediaType HTML =
            MediaType.parseMediaType("text/html;charset=UTF-8");

    private final ITemplateEngine engine;
    private final Assets assets;

    public Pages(ITemplateEngine engine, Assets assets) {
        this.engine = engine;
        this.assets = assets;
    }

    /** A page of what is shown, as of now. */
    ResponseEntity<String> page(HttpServletRequest request, String template,
            Map<String, ?> shown) {
        return page(request, HttpStatus.OK, template, shown);
    }

    ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, String template,
            Map<String, ?> shown) {
        Map<String, Object> all = new HashMap<>(shown);
        Session session = Visit.session(request);
        all.put("base", Visit.base(request));
        all.put("here", Visit.here(request));
        all.put("assets", assets.addresses(Visit.base(request)));
        all.put("person", session.person());
        all.put("csrf", session.csrf());
        all.put("theme", Visit.cookie(request, "fairlead-theme").orElse("auto"));
        all.putIfAbsent("when", new Moments(Instant.now()));
        all.putIfAbsent("events", "");
        return ResponseEntity.status(status)
                .contentType(HTML)
                .body(engine.process(template, new Context(java.util.Locale.ROOT, all)));
    }

    /** Of what is not taken, before it has reached a page. */
    String forbidden(HttpServletRequest request, String advice) {
        return Objects.requireNonNullElse(problem(request, HttpStatus.FORBIDDEN,
                "Not taken", advice).getBody(), advice);
    }

    /** An error, and what to do about it. */
    ResponseEntity<String> problem(HttpServletRequest request, HttpStatus status, String title,
            String advice) {
        return page(request, status, "problem", Map.of("title", title, "advice", advice));
    }
}
