package dev.fairlead.sandbox.mesh.routing;

import java.util.Map;
import java.util.Optional;

/**
 * What a route is chosen by.
 *
 * @param authority the Host header, with or without a port
 * @param path      path and query, beginning with a slash
 * @param headers   names in lower case; several values of one name joined by a comma
 */
public record RequestHead(String method, String authority, String path,
        Map<String, String> headers) {

    private static final int HTTP_PORT = 80;

    public RequestHead {
        headers = Map.copyOf(headers);
    }

    /** The host without its port. */
    public String host() {
        int colon = authority.lastIndexOf(':');
        return colon < 0 ? authority : authority.substring(0, colon);
    }

    /** The port of the authority, 80 where it names none. */
    public int port() {
        int colon = authority.lastIndexOf(':');
        if (colon < 0) {
            return HTTP_PORT;
        }
        String digits = authority.substring(colon + 1);
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : HTTP_PORT;
    }

    /** The path without its query. */
    public String plainPath() {
        int mark = path.indexOf('?');
        return mark < 0 ? path : path.substring(0, mark);
    }

    /** The query with its question mark, or nothing. */
    public String query() {
        int mark = path.indexOf('?');
        return mark < 0 ? "" : path.substring(mark);
    }

    /** The first value of a query parameter, not decoded. */
    public Optional<String> queryParameter(String name) {
        for (String pair : query().replaceFirst("^\\?", "").split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (key.equals(name)) {
                return Optional.of(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }
}
