package dev.fairlead.analyzer.hooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.fairlead.analyzer.exchange.Exchanges;
import dev.fairlead.analyzer.exchange.NoReply;
import dev.fairlead.analyzer.exchange.Question;
import dev.fairlead.analyzer.exchange.Reply;
import dev.fairlead.analyzer.scoring.HookRules;
import dev.fairlead.clusters.secrets.References;
import dev.fairlead.clusters.secrets.Unreadable;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Calls one hook, again where that may help, within the hook's own limits. */
public final class HookCall {

    /** The longest error, in characters. */
    public static final int MAX_ERROR = 512;
    /** The longest answer that is read, in bytes. */
    public static final int MAX_ANSWER_BYTES = 64 << 10;
    /** Attempts after the first, whatever the hook asks for. */
    static final int MAX_RETRIES = 100;
    /** The first pause; each further one is twice as long. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** The longest pause. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Exchanges exchanges;
    private final HookAddresses addresses;
    private final InstantSource clock;
    private final Consumer<Duration> rest;

    /**
     * @param rest
     *            waits, unless the process stops
     */
    public HookCall(Exchanges exchanges, References references, InstantSource clock,
            Consumer<Duration> rest) {
        this.exchanges = exchanges;
        this.addresses = new HookAddresses(references);
        this.clock = clock;
        this.rest = rest;
    }

    /** Returns when the hook has answered or was given up; throws nothing for what it does. */
    public HookAnswer call(CallHooks order, Hook hook) {
        Instant begun = clock.instant();
        Attempt last;
        int attempts = 0;
        try {
            Question question = question(order, hook);
            do {
                attempts++;
                last = attempt(question, hook);
            } while (isWorthAnother(last, attempts, hook)
                    && waited(last, attempts, order.head().expires()));
        } catch (Unreadable | IllegalArgumentException e) {
            last = Attempt.failed(String.valueOf(e.getMessage()), false);
        }
        String error = last.givenUp(hook, attempts);
        return new HookAnswer(hook.name(), last.passed(), cut(error), Math.max(1, attempts),
                Duration.between(begun, clock.instant()));
    }

    private Question question(CallHooks order, Hook hook) {
        URI url = addresses.whole(order.head().target().cluster(), hook.url());
        Map<String, List<String>> headers = new HashMap<>(
                Map.of("Content-Type", List.of("application/json"), "fairlead-order-id",
                        List.of(order.head().id().text())));
        if (url.getUserInfo() != null) {
            headers.put("Authorization", List.of("Basic "
                    + Base64.getEncoder().encodeToString(url.getUserInfo().getBytes(UTF_8))));
        }
        return new Question("POST", url, headers, HookPayload.of(order, metadata(order, hook)),
                hook.timeout(), hook.disableTls());
    }

    /** What an event tells is not to be replaced by what its hook says. */
    private static Map<String, String> metadata(CallHooks order, Hook hook) {
        Map<String, String> all = new TreeMap<>(hook.metadata());
        all.putAll(order.metadata());
        return all;
    }

    private Attempt attempt(Question question, Hook hook) {
        try {
            Reply reply = exchanges.ask(question);
            if (HookRules.succeeds(hook.type(), reply.status())) {
                return new Attempt(true, false, "", "", Duration.ZERO);
            }
            return new Attempt(false, HookRules.isPassing(reply.status()), reply.body().strip(), "",
                    reply.retryAfter());
        } catch (NoReply e) {
            return new Attempt(false, e.isPassing(), "", String.valueOf(e.getMessage()),
                    Duration.ZERO);
        }
    }

    private static boolean isWorthAnother(Attempt last, int attempts, Hook hook) {
        return !last.passed() && last.passing()
                && attempts <= Math.min(hook.retries(), MAX_RETRIES);
    }

    private boolean waited(Attempt last, int attempts, Instant expires) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        Duration capped = growing.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : growing;
        Duration pause = last.retryAfter().isZero() ? capped : last.retryAfter();
        if (clock.instant().plus(pause).isAfter(expires)) {
            return false;
        }
        rest.accept(pause);
        return true;
    }

    private static String cut(String text) {
        return text.length() > MAX_ERROR ? text.substring(0, MAX_ERROR) : text;
    }
}
