package dev.fairlead.watcher.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.DefinitionRefused;
import dev.fairlead.events.observation.DeletionRequested;
import dev.fairlead.events.observation.GeneratedObjectLost;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.RouteChanged;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.events.observation.WorkloadMissing;

/** What of a picture is news. */
public final class Edges {

    private static final Set<String> UNPREPARED = Set.of("", "Initializing");

    private Edges() {}

    /**
     * What has changed since the picture that was told last.
     *
     * @param told
     *            {@link Picture#NOTHING} before the first
     */
    public static List<Observation> between(TargetKey target, Picture told, Picture now) {
        List<Observation> news = new ArrayList<>();
        if (!told.isOf(Life.NONE) && !told.isOf(now.life())) {
            news.add(new TargetGone(target, told.life()));
        }
        if (now.isOf(Life.NONE)) {
            return news;
        }
        Picture before = told.isOf(now.life()) ? told : Picture.NOTHING;
        now.parts().stream().filter(part -> isNews(before, part)).forEach(news::add);
        news.addAll(lost(target, now.life(), gone(before, now)));
        return news;
    }

    /**
     * The picture without the bad news that it has: in their place stands what was told. People
     * apply several files at a time, and what one of them lacks comes with the next.
     */
    public static Picture withoutBadNews(Picture told, Picture now) {
        Picture before = told.isOf(now.life()) ? told : Picture.NOTHING;
        List<Observation> parts = new ArrayList<>();
        for (Observation part : now.parts()) {
            if (!isBad(part) || !isNews(before, part)) {
                parts.add(part);
            } else {
                before.parts().stream().filter(sameSlot(part)).forEach(parts::add);
            }
        }
        return now.with(parts);
    }

    /** A status that lags behind is mostly a matter of milliseconds, and says nothing meanwhile. */
    private static boolean isBad(Observation part) {
        return part instanceof DefinitionRefused || part instanceof WorkloadMissing
                || (part instanceof ReadinessChanged readiness
                        && !readiness.workload().isSettled());
    }

    /**
     * Everything: what is not among the parts is not there. Once a target is prepared, generated
     * objects that are missing are named.
     *
     * @param missing
     *            the generated objects that are not there, as {@code kind/name}
     */
    public static TargetRestated restated(TargetKey target, Picture now, Set<String> missing) {
        List<Observation> parts = new ArrayList<>(now.parts());
        if (!UNPREPARED.contains(now.phase())) {
            parts.addAll(lost(target, now.life(), new TreeSet<>(missing)));
        }
        return new TargetRestated(target, now.life(), now.phase(), now.statusFence(), parts);
    }

    private static boolean isNews(Picture before, Observation part) {
        Optional<Observation> last = before.parts()
                .stream()
                .filter(sameSlot(part))
                .findFirst();
        return last.isEmpty() || differs(last.get(), part);
    }

    private static Predicate<Observation> sameSlot(Observation part) {
        return other -> slot(other).equals(slot(part));
    }

    private static String slot(Observation part) {
        return switch (part) {
            case DefinitionChanged _,DefinitionRefused _ -> "definition";
            case RevisionDetected _,WorkloadMissing _ -> "revision";
            case ReadinessChanged readiness -> "readiness of " + readiness.side();
            case RouteChanged _ -> "route";
            case DeletionRequested _ -> "deletion";
            case GeneratedObjectLost lost -> lost.kind() + "/" + lost.name();
            case TargetRestated _,TargetGone _ -> "target";
        };
    }

    /** The marks alone are no news: an object is written more often than it says something new. */
    private static boolean differs(Observation last, Observation part) {
        return switch (part) {
            case DefinitionChanged now -> !(last instanceof DefinitionChanged was)
                    || !was.definition().equals(now.definition());
            case DefinitionRefused now -> !(last instanceof DefinitionRefused was)
                    || !was.problems().equals(now.problems());
            case RevisionDetected now -> !(last instanceof RevisionDetected was)
                    || differs(was, now);
            case WorkloadMissing now -> !(last instanceof WorkloadMissing was)
                    || !was.reason().equals(now.reason());
            case ReadinessChanged now -> !(last instanceof ReadinessChanged was)
                    || differs(was, now);
            case RouteChanged now -> !(last instanceof RouteChanged was) || differs(was, now);
            case DeletionRequested _ -> false;
            case GeneratedObjectLost _,TargetRestated _,TargetGone _ -> true;
        };
    }

    private static boolean differs(RevisionDetected was, RevisionDetected now) {
        return !was.revision().sameAs(now.revision()) || was.replicas() != now.replicas()
                || isAnotherObject(was.workload().uid(), now.workload().uid())
                || isAnotherFence(was.workload().fence(), now.workload().fence());
    }

    private static boolean differs(ReadinessChanged was, ReadinessChanged now) {
        return was.readiness().verdict() != now.readiness().verdict()
                || !was.fingerprint().equals(now.fingerprint())
                || isAnotherObject(was.workload().uid(), now.workload().uid())
                || isAnotherFence(was.workload().fence(), now.workload().fence())
                || !sentence(was.readiness().reason()).equals(sentence(now.readiness().reason()));
    }

    private static boolean differs(RouteChanged was, RouteChanged now) {
        return !was.canary().equals(now.canary()) || was.intact() != now.intact()
                || was.mirrored() != now.mirrored()
                || isAnotherObject(was.route().uid(), now.route().uid())
                || was.route().generation() != now.route().generation()
                || was.route().isSettled() != now.route().isSettled()
                || isAnotherFence(was.route().fence(), now.route().fence());
    }

    private static boolean isAnotherObject(String was, String now) {
        return !was.equals(now);
    }

    /** A fence that we wrote says that the order's effect is there, even when nothing else moved. */
    private static boolean isAnotherFence(Fence was, Fence now) {
        return !was.equals(now);
    }

    /** The same sentence with other numbers is one more pod, and no news. */
    private static String sentence(String reason) {
        return reason.replaceAll("\\d+", "#");
    }

    private static Set<String> gone(Picture before, Picture now) {
        Set<String> gone = new TreeSet<>();
        if (before.frame().namesAs(now.frame())) {
            gone.addAll(before.objects());
            gone.removeAll(now.objects());
        }
        return gone;
    }

    private static List<GeneratedObjectLost> lost(TargetKey target, Life life,
            Set<String> objects) {
        return objects.stream().map(object -> {
            int slash = object.indexOf('/');
            return new GeneratedObjectLost(target, life, object.substring(0, slash),
                    object.substring(slash + 1));
        }).toList();
    }
}
