package dev.fairlead.orchestrator.boot;

import java.io.IOException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.fairlead.orchestrator.api.ApiErrors;
import dev.fairlead.orchestrator.api.Callers;
import dev.fairlead.orchestrator.api.CommandDesk;
import dev.fairlead.orchestrator.api.CommandsApi;
import dev.fairlead.orchestrator.api.EventFollowers;
import dev.fairlead.orchestrator.api.EventsApi;
import dev.fairlead.orchestrator.api.TargetsApi;
import dev.fairlead.orchestrator.api.TokenFile;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.inbox.Inbox;

/** The outside face. */
@Configuration(proxyBeanMethods = false)
class ApiBeans {

    @Bean
    TokenFile tokenFile(ApiSettings settings) throws IOException {
        var tokens = new TokenFile(settings.tokenFile());
        if (settings.makeToken()) {
            tokens.makeFor(System.getProperty("user.name", "local"));
        }
        return tokens;
    }

    @Bean
    Callers callers(TokenFile tokens) {
        return new Callers(tokens);
    }

    @Bean
    WebMvcConfigurer guardedApi(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(callers).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    EventFollowers eventFollowers(LogReader log) {
        return new EventFollowers(log);
    }

    @Bean
    EventsApi eventsApi(LogReader log, EventFollowers followers) {
        return new EventsApi(log, followers);
    }

    @Bean
    TargetsApi targetsApi(LogReader log) {
        return new TargetsApi(log);
    }

    @Bean
    CommandDesk commandDesk(Inbox inbox) {
        return new CommandDesk(inbox);
    }

    @Bean
    CommandsApi commandsApi(CommandDesk desk, Callers callers) {
        return new CommandsApi(desk, callers);
    }

    @Bean
    ApiErrors apiErrors() {
        return new ApiErrors();
    }
}
