package dev.fairlead.sandbox.simulation.rule;

import java.nio.charset.StandardCharsets;

import dev.fairlead.orchestrator.eventlog.Answer;
import dev.fairlead.orchestrator.eventlog.Append;
import dev.fairlead.orchestrator.eventlog.HeadChange;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.eventlog.StoredDefinition;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.Secrets;

/** No secret value in any row, record or object but the one that it was put in. */
final class SecretRule {

    private static final String HIDDEN = "no secret outside of where it was put";

    private SecretRule() {}

    static void appended(Append batch) {
        for (LoggedEvent event : batch.events()) {
            check(event.event().body(), event::id);
        }
        for (Outgoing record : batch.outgoing()) {
            check(record.body(), record::topic);
            record.headers().values().forEach(it -> check(it, record::topic));
        }
        for (HeadChange head : batch.heads()) {
            check(head.after().state(), () -> head.after().mark().stream());
        }
        for (StoredDefinition definition : batch.definitions()) {
            check(definition.body(), definition::hash);
        }
        for (Answer answer : batch.answers()) {
            check(answer.text(), answer::command);
        }
    }

    /** What is written to a cluster; a Canary's own text is its users'. */
    static void written(ObjectRef object, Fields now) {
        if (object.kind() != Kind.SECRET) {
            Fields ours = object.kind() == Kind.CANARY ? now.fields("status") : now;
            check(ours.map().toString(), object::toString);
        }
    }

    private static void check(byte[] bytes, java.util.function.Supplier<String> where) {
        check(new String(bytes, StandardCharsets.ISO_8859_1), where);
    }

    private static void check(String text, java.util.function.Supplier<String> where) {
        Violation.unless(!text.contains(Secrets.MARK), HIDDEN, where);
    }
}
