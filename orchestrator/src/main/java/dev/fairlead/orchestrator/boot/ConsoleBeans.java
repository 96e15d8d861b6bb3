package dev.fairlead.orchestrator.boot;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import dev.fairlead.orchestrator.api.CommandDesk;
import dev.fairlead.orchestrator.api.EventFollowers;
import dev.fairlead.orchestrator.api.TokenFile;
import dev.fairlead.orchestrator.console.Assets;
import dev.fairlead.orchestrator.console.AuditPage;
import dev.fairlead.orchestrator.console.CommandForms;
import dev.fairlead.orchestrator.console.ConsoleErrors;
import dev.fairlead.orchestrator.console.EnginePage;
import dev.fairlead.orchestrator.console.Guard;
import dev.fairlead.orchestrator.console.LiveEvents;
import dev.fairlead.orchestrator.console.LoginPage;
import dev.fairlead.orchestrator.console.Pages;
import dev.fairlead.orchestrator.console.Results;
import dev.fairlead.orchestrator.console.RolloutPage;
import dev.fairlead.orchestrator.console.RolloutsPage;
import dev.fairlead.orchestrator.console.Sessions;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.loop.DecisionLoop;
import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.topics.KafkaClients;

/** The pages for people. */
@Configuration(proxyBeanMethods = false)
class ConsoleBeans {

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Pages pages(Assets assets) {
        var templates = new ClassLoaderTemplateResolver(ConsoleBeans.class.getClassLoader());
        templates.setPrefix("console/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return new Pages(engine, assets);
    }

    @Bean
    Sessions sessions() {
        return new Sessions(Clock.systemUTC());
    }

    @Bean
    WebMvcConfigurer guardedConsole(Sessions sessions, Pages pages) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Guard(sessions, pages))
                        .addPathPatterns("/console", "/console/**");
            }
        };
    }

    @Bean
    RolloutsPage rolloutsPage(Pages pages, LogReader log) {
        return new RolloutsPage(pages, log);
    }

    @Bean
    RolloutPage rolloutPage(Pages pages, LogReader log, CommandDesk desk) {
        return new RolloutPage(pages, log, new Results(desk));
    }

    @Bean
    CommandForms commandForms(Pages pages, CommandDesk desk) {
        return new CommandForms(pages, desk);
    }

    @Bean
    LoginPage loginPage(Pages pages, Sessions sessions, TokenFile tokens) {
        return new LoginPage(pages, sessions, tokens);
    }

    @Bean
    AuditPage auditPage(Pages pages, LogReader log) {
        return new AuditPage(pages, log);
    }

    @Bean
    KafkaReadings kafkaReadings(KafkaClients clients, DecisionLoop loop) {
        return new KafkaReadings(clients, loop);
    }

    @Bean
    EnginePage enginePage(Pages pages, LogReader log, KafkaReadings readings, Fleet fleet) {
        return new EnginePage(pages, log, readings, fleet.clusters().stream().sorted().toList());
    }

    @Bean
    LiveEvents liveEvents(EventFollowers followers, LogReader log) {
        return new LiveEvents(followers, log);
    }

    @Bean
    ConsoleErrors consoleErrors(Pages pages) {
        return new ConsoleErrors(pages);
    }
}
