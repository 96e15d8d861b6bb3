package dev.fairlead.standalone.boot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.fairlead.standalone.engine.Engine;
import dev.fairlead.standalone.web.EnginePages;
import dev.fairlead.standalone.web.Readiness;

/** What the orchestrator's port shows of the whole engine. The engine itself is given. */
@Configuration(proxyBeanMethods = false)
class FrontBeans {

    @Bean("services")
    Readiness readiness(Engine engine) {
        return new Readiness(engine);
    }

    @Bean
    EnginePages enginePages(Engine engine, Readiness readiness) {
        return new EnginePages(engine, readiness);
    }
}
