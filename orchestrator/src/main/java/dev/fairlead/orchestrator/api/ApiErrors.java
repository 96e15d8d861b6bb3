package dev.fairlead.orchestrator.api;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors as {@code {"error":…}}. */
@RestControllerAdvice
public class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unknown(NotKnown e) {
        return answer(HttpStatus.NOT_FOUND, e);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> wrong(IllegalArgumentException e) {
        return answer(HttpStatus.BAD_REQUEST, e);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> away(DataAccessException e) {
        LOG.warn("database does not answer error=\"{}\"", e.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(Map.of("error", "The database does not answer; try again"));
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, Exception e) {
        return ResponseEntity.status(status)
                .body(Map.of("error", String.valueOf(e.getMessage())));
    }
}
