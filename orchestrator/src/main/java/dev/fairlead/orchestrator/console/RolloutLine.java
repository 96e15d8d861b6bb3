package dev.fairlead.orchestrator.console;

import java.time.Instant;
import java.util.List;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.api.TargetView;
import dev.fairlead.orchestrator.api.VerdictView.Check;

/**
 * A target in the list.
 *
 * @param view
 *            all that is known of it
 */
public record RolloutLine(TargetView view) {

    public TargetKey key() {
        return TargetKey.parse(view.target());
    }

    public Look look() {
        return Look.of(view);
    }

    /** Whether a revision is being tried. */
    public boolean isUnderWay() {
        return !view.rollout().isEmpty();
    }

    /** The number of the rollout under way, else of the last; empty before the first. */
    public String number() {
        String rollout = isUnderWay() ? view.rollout() : view.last().rollout();
        return rollout.substring(rollout.indexOf('#') + 1);
    }

    /** What is wanted, as people call it: the tags of its images. */
    public String revision() {
        return named(view.revisions().wanted());
    }

    /** What serves. */
    public String promoted() {
        return named(view.revisions().promoted());
    }

    /** The weight at which it is promoted; 100 when it is not tried by weights. */
    public int goal() {
        return view.plan().weights().isEmpty() ? 100 : view.plan().weights().getLast();
    }

    /** When it came where it stands. */
    public Instant since() {
        return view.since();
    }

    /** The checks of the newest analysis, those that did not pass first; not of a rollout before. */
    public List<Check> checks() {
        if (isUnderWay() && !view.verdict().rollout().equals(view.rollout())) {
            return List.of();
        }
        return view.verdict()
                .checks()
                .stream()
                .sorted(java.util.Comparator.comparing(Check::passed))
                .toList();
    }

    /** Whether a rollout has ended, and none is under way. */
    public boolean isEnded() {
        return !isUnderWay() && !view.last().outcome().equals("none");
    }

    /** How the last rollout ended. */
    public Look ending() {
        return Look.ofRollout(view.last().outcome());
    }

    public Next next() {
        return Next.of(view);
    }

    static String named(TargetView.Revision revision) {
        String images = revision.images()
                .stream()
                .map(image -> image.substring(image.lastIndexOf('/') + 1))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return images.isEmpty() ? shortened(revision.fingerprint()) : images;
    }

    private static String shortened(String fingerprint) {
        return fingerprint.length() > 12 ? fingerprint.substring(0, 12) : fingerprint;
    }
}
