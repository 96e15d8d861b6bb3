package dev.fairlead.sandbox.simulation.people;

import java.util.List;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.Objects;
import dev.fairlead.sandbox.simulation.cluster.Quality;
import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.fate.Chance;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.fate.Faults;
import dev.fairlead.sandbox.simulation.fate.Scheduler;

/** The people of one target. */
public final class Team {

    private static final List<String> AT_REST = List.of("Initialized", "Succeeded", "Failed");
    private static final int LOOKS_BEFORE_IMPATIENCE = 40;
    /** Looks of which one is answered, where somebody is asked. */
    private static final int LOOKS_BEFORE_ANSWER = 4;
    /** People press far more often than anything breaks. */
    private static final int FINGERS = 12;
    /** Of so many teams one leaves for good what it holds. */
    private static final int FORGETFUL = 8;
    private static final List<String> ASKED = List.of("Waiting for confirm-",
            "Waiting for a person");

    /** What teams share. */
    public record Office(Scheduler scheduler, Faults faults, Objects objects, Buttons buttons,
            String cluster) {}

    private final Scheduler scheduler;
    private final Faults faults;
    private final Buttons buttons;
    private final String target;
    private final Chance chance;
    private final Objects objects;
    private final ObjectRef canary;
    private final ObjectRef workload;
    private final Actor actor;
    private final boolean isForgetful;
    private int releases;

    /**
     * @param target
     *            the name of the Canary and its Deployment
     */
    public Team(Office office, Chance chance, String target) {
        this.scheduler = office.scheduler();
        this.faults = office.faults();
        this.buttons = office.buttons();
        this.target = office.cluster() + "/prod/" + target;
        this.chance = chance;
        this.objects = office.objects();
        this.canary = new ObjectRef(Kind.CANARY, "prod", target);
        this.workload = new ObjectRef(Kind.DEPLOYMENT, "prod", target);
        this.isForgetful = chance.oneIn(FORGETFUL);
        this.actor = new Actor("team " + target, Actor.Life.ETERNAL);
    }

    /** Brings the target, and releases from then on. */
    public void start() {
        Fields deployment = Manifests.deployment(workload, image(Quality.GOOD));
        objects.create(workload, deployment, "kubectl");
        objects.create(canary, Manifests.canary(canary, chance), "kubectl");
        later();
    }

    private void later() {
        scheduler.in(chance.between(1_000_000_000L, 8_000_000_000L), actor, "looks", this::look);
    }

    private void look() {
        if (faults.areOver()) {
            tidyUp();
            return;
        }
        boolean rests = AT_REST.contains(objects.fields(canary).text("status", "phase"));
        String why = objects.fields(canary).text("status", "fairlead", "why");
        if (objects.find(canary).isEmpty()) {
            objects.create(canary, Manifests.canary(canary, chance), "kubectl");
        } else if (faults.strikes(Fault.DELETION)) {
            objects.delete(canary);
        } else if (faults.strikes(Fault.EDIT)) {
            objects.write(canary, "kubectl", now -> Manifests.edited(now, chance));
        } else if (faults.strikes(Fault.FOREIGN_WRITE)) {
            meddle();
        } else if (isPressed()) {
            buttons.press(target, faults.chance(Fault.BUTTON));
        } else if (objects.fields(canary).flag("spec", "suspend")
                && chance.oneIn(LOOKS_BEFORE_ANSWER)) {
            objects.write(canary, "kubectl", now -> now.without("spec", "suspend"));
        } else if (why.contains("aused by") && chance.oneIn(LOOKS_BEFORE_ANSWER)) {
            buttons.resume(target);
        } else if (isAsked(objects.fields(canary)) && chance.oneIn(LOOKS_BEFORE_ANSWER)) {
            buttons.answer(target, chance);
        } else if (rests || chance.oneIn(LOOKS_BEFORE_IMPATIENCE)) {
            release();
        }
        later();
    }

    /** Most do not go home before what they hold goes on; a few leave it for good. */
    private void tidyUp() {
        if (isForgetful) {
            return;
        }
        Fields now = objects.fields(canary);
        if (now.flag("spec", "suspend")) {
            objects.write(canary, "kubectl", it -> it.without("spec", "suspend"));
        } else if (now.text("status", "fairlead", "why").contains("aused by")) {
            buttons.resume(target);
        } else if (isAsked(now)) {
            buttons.approve(target);
        }
        later();
    }

    private static boolean isAsked(Fields canary) {
        String why = canary.text("status", "fairlead", "why");
        return ASKED.stream().anyMatch(why::startsWith);
    }

    private boolean isPressed() {
        for (int finger = 0; finger < FINGERS; finger++) {
            if (faults.strikes(Fault.BUTTON)) {
                return true;
            }
        }
        return false;
    }

    private void release() {
        Quality quality = chance.of(List.of(Quality.GOOD, Quality.GOOD, Quality.GOOD,
                Quality.BAD, Quality.FLAKY, Quality.STUCK));
        objects.write(workload, "kubectl", now -> Manifests.withImage(now, image(quality)));
    }

    private String image(Quality quality) {
        return "app:" + quality.name().toLowerCase(java.util.Locale.ROOT) + "-" + ++releases;
    }

    private void meddle() {
        ObjectRef route = new ObjectRef(Kind.VIRTUAL_SERVICE, "prod", canary.name());
        ObjectRef primary = new ObjectRef(Kind.DESTINATION_RULE, "prod",
                canary.name() + "-primary");
        if (chance.oneIn(3)) {
            objects.delete(chance.oneIn(2) ? route : primary);
        } else if (objects.find(route).isPresent()) {
            objects.write(route, "kubectl", now -> Manifests.withShares(now, chance.below(101)));
        }
    }
}
