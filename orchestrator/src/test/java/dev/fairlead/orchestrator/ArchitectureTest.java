package dev.fairlead.orchestrator;

import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import org.junit.jupiter.api.Test;

import dev.fairlead.architecture.Code;
import dev.fairlead.architecture.CoreRules;
import dev.fairlead.architecture.HouseRules;
import dev.fairlead.architecture.Technology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest implements HouseRules, CoreRules {

    private static final Code CODE = Code.of("orchestrator");

    @Override
    public Code code() {
        return CODE;
    }

    @Override
    public String[] core() {
        return CODE.rooms("rollout", "audit", "replay");
    }

    @Override
    public String[] words() {
        return new String[]{Code.packagesOf("events"), Code.packagesOf("judge")};
    }

    @Test
    void technology_stays_in_its_room() {
        Technology.KAFKA.staysIn(CODE, "intake", "relay");
        Technology.JDBC.staysIn(CODE, "eventlog", "inbox", "relay", "api");
        Technology.WEB.staysIn(CODE, "api", "console");
        Technology.KUBERNETES.isUnknownIn(CODE);
    }

    @Test
    void the_rules_know_no_other_room() {
        CODE.keeps(noClasses().that()
                .resideInAnyPackage(CODE.rooms("rollout"))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(CODE.everything())
                        .and(JavaClass.Predicates.resideOutsideOfPackages(CODE.rooms("rollout"))))
                .because(
                        "the rules of a rollout are read, tested and replayed without the machinery"));
    }

    @Test
    void only_the_loop_decides() {
        CODE.keeps(noClasses()
                .that()
                .resideOutsideOfPackages(CODE.rooms("loop", "rollout", "replay", "audit", "boot"))
                .should()
                .callMethodWhere(of("rollout", "decide"))
                .because("a decision that is not appended by the one writer has not been made"));
    }

    @Test
    void only_the_loop_appends() {
        CODE.keeps(noClasses().that()
                .resideOutsideOfPackages(CODE.rooms("loop", "eventlog"))
                .should()
                .callMethodWhere(of("eventlog", "append"))
                .because(
                        "the log has one writer, under one lease; a second one would break its order"));
    }

    @Test
    void the_relay_copies_bytes() {
        CODE.keeps(noClasses().that()
                .resideInAnyPackage(CODE.rooms("relay"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rulesAndWords())
                .because(
                        "a relay that knew facts could derive orders from them, and an upgrade would"
                                + " change what an old fact ordered"));
    }

    @Test
    void what_shows_does_not_know_the_loop() {
        CODE.keeps(noClasses().that()
                .resideInAnyPackage(CODE.rooms("api", "console"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CODE.rooms("loop", "intake", "relay", "timer"))
                .because("every instance serves the API, also those whose loop stands by:"
                        + " commands go through the inbox"));
    }

    private static String[] rulesAndWords() {
        return Stream.concat(Stream.of(CODE.rooms("rollout", "loop", "api")),
                Stream.of("fact", "order", "report", "observation")
                        .map(word -> Code.packagesOf("events." + word)))
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaMethodCall> of(String room, String method) {
        return DescribedPredicate.describe(room + "'s " + method,
                call -> call.getTarget().getName().equals(method)
                        && call.getTargetOwner()
                                .getPackageName()
                                .contains(".orchestrator." + room));
    }
}
