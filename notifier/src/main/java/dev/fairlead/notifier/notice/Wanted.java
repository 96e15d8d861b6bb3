package dev.fairlead.notifier.notice;

import java.util.List;

import dev.fairlead.events.definition.AlertRoute;
import dev.fairlead.events.definition.AlertRoute.Severity;

/** Who wants a notice: a route takes its own severity and everything worse. */
public final class Wanted {

    private Wanted() {}

    /** The routes that want it, in their order. */
    public static List<AlertRoute> by(List<AlertRoute> routes, Severity severity) {
        return routes.stream().filter(route -> wants(route.severity(), severity)).toList();
    }

    private static boolean wants(Severity lowest, Severity severity) {
        return switch (lowest) {
            case INFO -> true;
            case WARN -> severity != Severity.INFO;
            case ERROR -> severity == Severity.ERROR;
        };
    }
}
