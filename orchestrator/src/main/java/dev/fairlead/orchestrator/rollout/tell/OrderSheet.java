package dev.fairlead.orchestrator.rollout.tell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Fence;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.Standing.Route;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.EventNote;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.order.RevertTarget;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.order.RunAnalysis.QueryNames;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.orchestrator.rollout.rules.GatePace;
import dev.fairlead.orchestrator.rollout.state.Phases;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** The orders of one fact, written one below the other; all carry the fact's fence. */
final class OrderSheet {

    /** After this a change is ordered anew rather than done late. */
    private static final Duration CHANGE_KEEPS = Duration.ofMinutes(10);

    /** A query that waited longer would measure another time than the one asked for. */
    private static final Duration ANALYSIS_KEEPS = Duration.ofSeconds(30);

    /** News that are older help nobody. */
    private static final Duration NOTICE_KEEPS = Duration.ofMinutes(15);

    /** The judge's rules that new analyses are scored by. */
    private static final int JUDGE = 1;

    private final TargetState state;
    private final Texts texts;
    private final RolloutId rollout;
    private final Instant at;
    private final Fence fence;
    private final List<Order> orders = new ArrayList<>();

    OrderSheet(TargetState state, RolloutFact fact, long epoch) {
        this.state = state;
        this.texts = new Texts(state);
        this.rollout = fact.rollout();
        this.at = fact.at();
        this.fence = new Fence(epoch, state.version());
    }

    List<Order> orders() {
        return List.copyOf(orders);
    }

    Texts texts() {
        return texts;
    }

    OrderSheet prepare(Stage stage, Weight canary) {
        var revisions = state.revisions();
        boolean first = state.step() == Step.PREPARING_PRIMARY;
        var from = first ? revisions.wanted() : revisions.promoted();
        var blueprint = first ? Blueprint.NONE : state.standing().blueprint();
        boolean mirrored = state.standing().route().mirrored();
        return add(new PrepareTarget(change(), definition(), stage, from, canary, mirrored,
                UserCookies.of(state, canary), blueprint));
    }

    OrderSheet shift() {
        Route route = state.standing().route();
        boolean toPrimary = route.canary().equals(Weight.ZERO) && !route.mirrored();
        OrderHead head = toPrimary ? head(OrderHead.NEVER) : change();
        return add(new ShiftTraffic(head, definition(), route.canary(), route.mirrored(),
                UserCookies.of(state, route.canary())));
    }

    OrderSheet scale(Direction direction) {
        return add(new ScaleWorkload(change(), definition().workload(), definition().scaler(),
                direction));
    }

    OrderSheet promote() {
        return add(new PromoteWorkload(change(), definition(), state.attempt().revision()));
    }

    OrderSheet revert(boolean adopted) {
        return add(new RevertTarget(change(), definition(), adopted));
    }

    OrderSheet analyse() {
        var traffic = definition().traffic();
        var names = new QueryNames(state.target().name(), state.target().namespace(),
                definition().workload().name(), traffic.apex(), traffic.names().ingress(),
                traffic.names().route());
        return add(new RunAnalysis(head(at.plus(ANALYSIS_KEEPS)), state.attempt().analysis(),
                JUDGE, names, Checks.inFlaggersOrder(definition().metrics()),
                definition().policies(), state.attempt().sourceLost()));
    }

    OrderSheet hooks(HookType type, Instant due) {
        return hooks(type, due, Map.of(), Duration.ZERO);
    }

    /** Asks a gate that is closed, once in each interval until it opens. */
    OrderSheet gate(HookType type, Instant due) {
        return hooks(type, due, Map.of(), definition().analysis().interval());
    }

    private OrderSheet hooks(HookType type, Instant due, Map<String, String> metadata,
            Duration every) {
        var applied = state.revisions().applied();
        int calls = every.isZero() ? 1 : GatePace.calls(every);
        return add(new CallHooks(head(due), type, definition().hooks(type), state.target().name(),
                phase(type), applied.template().text(), applied.configs(), metadata, every,
                calls));
    }

    /** What Flagger tells a hook of this type. */
    private String phase(HookType type) {
        return switch (type) {
            case CONFIRM_ROLLOUT, ROLLBACK, POST_ROLLOUT, EVENT ->
                    state.standing().shown().phase();
            case PRE_ROLLOUT, ROLLOUT, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION ->
                    Phases.PROGRESSING;
        };
    }

    /** Writes the status as it is now, and what happened as Kubernetes events. */
    OrderSheet status(Note... notes) {
        var events = java.util.Arrays.stream(notes)
                .filter(note -> !note.text().isEmpty())
                .map(note -> note.at(at))
                .toList();
        add(new ReportStatus(change(), StatusView.of(state), events));
        if (!definition().hooks(HookType.EVENT).isEmpty()) {
            events.forEach(this::post);
        }
        return this;
    }

    private void post(EventNote event) {
        hooks(HookType.EVENT, at.plus(NOTICE_KEEPS),
                Map.of("eventMessage", event.message(), "eventType",
                        event.warning() ? "Warning" : "Normal", "timestamp",
                        Long.toString(at.toEpochMilli())),
                Duration.ZERO);
    }

    OrderSheet tell(Severity severity, String text) {
        return notice(severity, text, List.of());
    }

    OrderSheet tellInFull(Severity severity, String text) {
        return notice(severity, text, texts.fields());
    }

    private OrderSheet notice(Severity severity, String text, List<SendNotice.Field> fields) {
        return add(new SendNotice(head(at.plus(NOTICE_KEEPS)), state.target().name(), text,
                severity, fields, definition().alerts()));
    }

    private Definition definition() {
        return state.definition();
    }

    private OrderHead change() {
        return head(at.plus(CHANGE_KEEPS));
    }

    private OrderHead head(Instant expires) {
        return new OrderHead(OrderId.of(state.target(), fence, orders.size() + 1), state.target(),
                state.life(), rollout, fence, expires);
    }

    private OrderSheet add(Order order) {
        orders.add(order);
        return this;
    }
}
