package dev.fairlead.orchestrator.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Errors as problem details (RFC 9457, {@code application/problem+json}); {@code field} names the
 * part of the request at fault, where one is.
 */
@RestControllerAdvice
public class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(NotKnown e) {
        return answer(HttpStatus.NOT_FOUND, "not-known", String.valueOf(e.getMessage()),
                e.field());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrong(WrongField e) {
        return answer(HttpStatus.BAD_REQUEST, "bad-input", String.valueOf(e.getMessage()),
                e.field());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrong(MethodArgumentTypeMismatchException e) {
        var type = e.getRequiredType();
        return wrong(new WrongField(e.getName(),
                type == null ? "something else" : "a " + type.getSimpleName(),
                "\"" + e.getValue() + "\""));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrong(IllegalArgumentException e) {
        return answer(HttpStatus.BAD_REQUEST, "bad-input", String.valueOf(e.getMessage()), "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> used(KeyUsed e) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "key-used",
                String.valueOf(e.getMessage()), "Idempotency-Key");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(NotAllowed e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.kind()) {
            case OFF -> answer(HttpStatus.FORBIDDEN, "writes-off", message, "");
            case LACKING -> answer(HttpStatus.FORBIDDEN, "not-allowed", message, "");
            case UNKNOWN -> ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"fairlead\"")
                    .body(Problems.of(HttpStatus.UNAUTHORIZED, "not-authenticated", message));
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TooManyFollowers e) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "too-many-followers",
                String.valueOf(e.getMessage()), "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TooManyScans e) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "too-many-scans",
                String.valueOf(e.getMessage()), "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(DataAccessException e) {
        LOG.warn("database does not answer error=\"{}\"", e.getMessage());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "database-away",
                "The database does not answer; try again", "");
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String type,
            String detail, String field) {
        ProblemDetail problem = Problems.of(status, type, detail);
        if (!field.isEmpty()) {
            problem.setProperty("field", field);
        }
        return ResponseEntity.status(status).body(problem);
    }
}
