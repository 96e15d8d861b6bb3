package dev.fairlead.architecture;

import java.util.List;

import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What holds in every module: an {@code ArchitectureTest} that implements this has these tests. */
public interface HouseRules {

    /** The services, each of which must be able to run, and to be replaced, alone. */
    List<String> SERVICES = List.of("watcher", "orchestrator", "analyzer", "router", "notifier");

    /** The code that is looked at. */
    Code code();

    /** The packages that this module must not know: those of the services, but for its own. */
    default String[] strangers() {
        return SERVICES.stream()
                .filter(service -> !service.equals(code().module()))
                .map(Code::packagesOf)
                .toArray(String[]::new);
    }

    @Test
    default void names_say_what_a_class_does() {
        code().keeps(noClasses()
                .should()
                .haveNameMatching(
                        ".*(Impl|Manager|Helper|Utils?|Dto|DTO|Info|Data|Base|Processor|Handler)")
                .because("such a name fits anything, so everything ends up in it;"
                        + " say what it does (RetryRules) or what it is (EventRow)"));
    }

    @Test
    default void rooms_form_no_circle() {
        code().keeps(slices().matching(code().everyRoom())
                .should()
                .beFreeOfCycles()
                .because("rooms that need each other are one room;"
                        + " move what both need into the room that thinks, or below both"));
    }

    @Test
    default void nobody_knows_boot() {
        code().keeps(noClasses().that()
                .resideOutsideOfPackages(code().rooms("boot"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(code().rooms("boot"))
                .because(
                        "boot puts the parts together; a part that knows boot cannot be put together otherwise,"
                                + " as tests and the sandbox do"));
    }

    @Test
    default void no_other_service_is_known() {
        code().keeps(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(strangers())
                .because("services share topics and the words on them, never code;"
                        + " what two of them need belongs to a common module"));
    }

    @Test
    default void beans_are_declared_in_boot() {
        code().keeps(
                noClasses().that()
                        .resideOutsideOfPackages(code().rooms("boot"))
                        .should()
                        .beAnnotatedWith("org.springframework.stereotype.Component")
                        .orShould()
                        .beAnnotatedWith("org.springframework.stereotype.Service")
                        .orShould()
                        .beAnnotatedWith("org.springframework.context.annotation.Configuration")
                        .because(
                                "a class that finds its own way into the context cannot be built by hand in a test;"
                                        + " declare a @Bean in boot"),
                noMethods().that()
                        .areDeclaredInClassesThat()
                        .resideOutsideOfPackages(code().rooms("boot"))
                        .should()
                        .beAnnotatedWith("org.springframework.context.annotation.Bean")
                        .because("who wants to know what runs reads boot, and nothing else"));
    }

    @Test
    default void what_is_needed_comes_through_the_constructor() {
        code().keeps(noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("a constructor names all that a class needs, and a test can call it"));
    }

    @Test
    default void settings_are_records() {
        code().keeps(classes().that()
                .areAnnotatedWith(
                        "org.springframework.boot.context.properties.ConfigurationProperties")
                .should()
                .beRecords()
                .because(
                        "settings are read once and checked in one place, the compact constructor"));
    }

    @Test
    default void nothing_is_kept_in_static_variables() {
        code().keeps(fields().that()
                .areStatic()
                .and()
                .areNotFinal()
                .should()
                .beFinal()
                .because(
                        "the five services may run in one process, and a static variable would be theirs together"));
    }
}
