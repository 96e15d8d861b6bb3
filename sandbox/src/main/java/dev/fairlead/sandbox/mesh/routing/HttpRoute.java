package dev.fairlead.sandbox.mesh.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One route of a host, whatever kind of object it was read from.
 *
 * @param guards  conditions inherited from a delegating route; one of them must hold, if any
 * @param matches conditions; one of them must hold, if any
 * @param effects what happens to the request on its way
 */
public record HttpRoute(List<RequestMatch> guards, List<RequestMatch> matches,
        List<Destination.Weighted> destinations, List<Destination.Mirror> mirrors,
        Effects effects) {

    public HttpRoute {
        guards = List.copyOf(guards);
        matches = List.copyOf(matches);
        destinations = List.copyOf(destinations);
        mirrors = List.copyOf(mirrors);
    }

    /**
     * @param timeout of the whole request with its retries; zero: none
     */
    public record Effects(Rewrite rewrite, HeaderChange.Both headers, Duration timeout,
            Retries retries) {
        public static final Effects NONE = new Effects(Rewrite.NONE, HeaderChange.Both.NONE,
                Duration.ZERO, Retries.NONE);
    }

    /**
     * New authority and path; empty leaves them as they are.
     *
     * @param whole whether the path is replaced even where only its beginning was asked for
     */
    public record Rewrite(String authority, String uri, boolean whole) {
        public static final Rewrite NONE = new Rewrite("", "", false);
    }

    /**
     * @param attempts   further attempts after the first, 0 to 10
     * @param perAttempt deadline of each; zero: none of its own
     * @param on         Envoy's conditions, as {@code connect-failure}, {@code 5xx}
     */
    public record Retries(int attempts, Duration perAttempt, List<String> on) {
        public static final Retries NONE = new Retries(0, Duration.ZERO, List.of());

        public Retries {
            on = List.copyOf(on);
        }
    }

    /** The condition under which this route takes the request, if it does. */
    Optional<RequestMatch> taking(Caller caller, RequestHead request) {
        if (!guards.isEmpty() && guards.stream().noneMatch(g -> g.matches(caller, request))) {
            return Optional.empty();
        }
        return matches.isEmpty()
                ? Optional.of(RequestMatch.ANY)
                : matches.stream().filter(m -> m.matches(caller, request)).findFirst();
    }

    HttpRoute under(List<RequestMatch> delegating) {
        return new HttpRoute(delegating, matches, destinations, mirrors, effects);
    }

    /** The path after the rewrite: a prefix match gives up only its prefix, as in Istio. */
    String rewritten(RequestMatch taken, RequestHead request) {
        String uri = effects.rewrite().uri();
        if (uri.isEmpty()) {
            return request.path();
        }
        if (effects.rewrite().whole()) {
            return uri + request.query();
        }
        TextMatch matched = taken.uri().isEmpty() ? TextMatch.prefix("/") : taken.uri().getFirst();
        return switch (matched) {
            case TextMatch.Prefix(String text, boolean _) ->
                    uri + request.path().substring(text.length());
            case TextMatch.Exact _,TextMatch.Regex _,TextMatch.Present _ -> uri + request.query();
        };
    }
}
