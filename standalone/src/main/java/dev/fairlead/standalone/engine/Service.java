package dev.fairlead.standalone.engine;

import java.util.function.Supplier;

import org.springframework.boot.builder.SpringApplicationBuilder;

import dev.fairlead.analyzer.boot.AnalyzerMain;
import dev.fairlead.notifier.boot.NotifierMain;
import dev.fairlead.orchestrator.boot.OrchestratorMain;
import dev.fairlead.router.boot.RouterMain;
import dev.fairlead.watcher.boot.WatcherMain;

/** The five services. */
public enum Service {
    ORCHESTRATOR(OrchestratorMain::application),
    ROUTER(RouterMain::application),
    ANALYZER(AnalyzerMain::application),
    NOTIFIER(NotifierMain::application),
    WATCHER(WatcherMain::application);

    private final Supplier<SpringApplicationBuilder> application;

    Service(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    SpringApplicationBuilder application() {
        return application.get();
    }
}
