package dev.fairlead.orchestrator.console;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.fairlead.orchestrator.api.NotKnown;
import dev.fairlead.orchestrator.api.TooManyFollowers;

/** Errors of pages, each with what to do next. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = ConsoleErrors.class)
public class ConsoleErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrors.class);

    private final Pages pages;

    public ConsoleErrors(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> wrong(Asked.WrongView e, HttpServletRequest request) {
        return pages.problem(request, HttpStatus.BAD_REQUEST, "This address cannot be shown",
                e.getMessage() + ". Correct it, or begin with the list of rollouts.");
    }

    @ExceptionHandler
    ResponseEntity<String> unknown(NotKnown e, HttpServletRequest request) {
        return pages.problem(request, HttpStatus.NOT_FOUND, "Not known here",
                e.getMessage() + ". Look for it in the list of rollouts; what was deleted and"
                        + " never seen has left nothing.");
    }

    @ExceptionHandler
    ResponseEntity<String> busy(TooManyFollowers e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<String> away(DataAccessException e, HttpServletRequest request) {
        LOG.warn("database does not answer error=\"{}\"", e.getMessage());
        return pages.problem(request, HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer",
                "Rollouts go on by what is ordered already. Look at /actuator/health and at"
                        + " Postgres, then load this page again.");
    }

    @ExceptionHandler
    ResponseEntity<String> failed(RuntimeException e, HttpServletRequest request) {
        LOG.error("page failed path={}", request.getRequestURI(), e);
        return pages.problem(request, HttpStatus.INTERNAL_SERVER_ERROR,
                "This page could not be made", "Nothing was changed, and rollouts go on. The log"
                        + " of this instance says why; please report it.");
    }
}
