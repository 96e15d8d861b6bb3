package dev.fairlead.sandbox.hooks;

import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * An incoming webhook of Slack: checks a message as Slack does, records it, answers {@code ok}, or
 * whatever it was told to answer.
 */
public final class SlackStandIn implements AutoCloseable {

    private static final String PATH = "/services/T000/B000/sandbox";
    private static final Answer ACCEPTED = Answer.ok("ok");

    private final StandIn server;
    private final Script script = new Script();

    public SlackStandIn(Vertx vertx) {
        this.server = new StandIn(vertx, call -> Future.succeededFuture(answer(call)));
    }

    /** The webhook's address. */
    public String url() {
        return server.url(PATH);
    }

    /** From now on, until told otherwise. */
    public void answerAlways(Answer answer) {
        script.always(answer);
    }

    /** For the next {@code times} messages, 1 to 10,000; then as before. */
    public void answerNext(int times, Answer answer) {
        script.next(times, answer);
    }

    /** Back to normal. */
    public void recover() {
        script.clear();
    }

    /** All requests, refused ones too, oldest first. */
    public List<Received> received() {
        return server.received();
    }

    /** The messages that were accepted. */
    public List<JsonObject> messages() {
        return received().stream()
                .filter(one -> one.answer().equals(ACCEPTED))
                .map(one -> new JsonObject(one.body()))
                .toList();
    }

    /** Headline of each accepted message: its text, or that of its first attachment. */
    public List<String> headlines() {
        return messages().stream().map(SlackStandIn::headline).toList();
    }

    public void forget() {
        server.forget();
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(StandIn.Call call) {
        return script.take().orElseGet(() -> checked(call));
    }

    private static Answer checked(StandIn.Call call) {
        if (!call.path().equals(PATH)) {
            return new Answer.Status(404, "no_service");
        }
        try {
            return headline(new JsonObject(call.body())).isEmpty()
                    ? new Answer.Status(400, "no_text")
                    : ACCEPTED;
        } catch (DecodeException | ClassCastException unreadable) {
            return new Answer.Status(400, "invalid_payload");
        }
    }

    private static String headline(JsonObject message) {
        JsonArray attachments = message.getJsonArray("attachments", new JsonArray());
        String text = message.getString("text", "");
        if (!text.isEmpty() || attachments.isEmpty()) {
            return text;
        }
        JsonObject first = attachments.getJsonObject(0);
        return first.getString("text", first.getString("fallback", ""));
    }
}
