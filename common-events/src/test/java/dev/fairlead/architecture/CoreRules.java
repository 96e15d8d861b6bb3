package dev.fairlead.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What holds in the rooms that think: same input, same answer, anywhere and at any time. */
public interface CoreRules {

    /** The calm part of the JDK: no files, network, threads, reflection or randomness. */
    List<String> JDK =
            List.of("java.lang", "java.lang.annotation", "java.lang.invoke", "java.lang.runtime",
                    "java.util", "java.util.function", "java.util.stream", "java.util.regex",
                    "java.time..", "java.math", "java.text", "java.nio.charset", "java.security",
                    "org.jspecify.annotations");

    /** Types that exist to ask the world. */
    Set<String> ASKS = Set.of("java.security.SecureRandom", "java.time.Clock",
            "java.time.InstantSource", "java.util.Random",
            "java.util.SplittableRandom", "java.lang.Thread", "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime", "java.util.Timer", "java.util.Scanner", "java.util.ServiceLoader");

    /** Methods of harmless types that ask the world. */
    Set<String> QUESTIONS =
            Set.of("now", "randomUUID", "random", "shuffle", "currentTimeMillis", "nanoTime",
                    "getenv", "getProperty", "systemDefault", "identityHashCode");

    /** The types whose methods are looked at for {@link #QUESTIONS}: a domain word may well be called {@code now}. */
    Set<String> ASKED =
            Set.of("java.lang.System", "java.lang.Math", "java.lang.StrictMath", "java.util.UUID",
                    "java.util.Collections");

    /** The code that is looked at. */
    Code code();

    /** The packages of the core, in ArchUnit's notation. */
    String[] core();

    /** The packages of ours, besides the core itself, whose words it may use. */
    String[] words();

    @Test
    default void the_core_knows_only_itself_and_the_shared_words() {
        String[] known = Stream.of(Stream.of(core()), Stream.of(words()), JDK.stream())
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        code().keeps(classes().that()
                .resideInAnyPackage(core())
                .should()
                .onlyDependOnClassesThat(inPackages(known).or(primitive()))
                .because(
                        "what thinks must be testable without a framework, and replayable for years:"
                                + " let the room that runs it fetch what is missing and hand it in"));
    }

    @Test
    default void the_core_asks_nobody_for_time_or_chance() {
        code().keeps(
                noClasses().that()
                        .resideInAnyPackage(core())
                        .should()
                        .accessTargetWhere(asksTheWorld())
                        .because("a decision made again from the log must come out the same:"
                                + " time and ids come inside the command"),
                noClasses().that()
                        .resideInAnyPackage(core())
                        .should()
                        .dependOnClassesThat(DescribedPredicate.describe("exist to ask the world",
                                type -> ASKS.contains(type.getName())))
                        .because("a clock in the core is an input that no log keeps"));
    }

    private static DescribedPredicate<JavaClass> inPackages(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> primitive() {
        return DescribedPredicate.describe("primitive",
                type -> type.getBaseComponentType().isPrimitive());
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheWorld() {
        return DescribedPredicate.describe("the target asks for time, chance or surroundings",
                access -> {
                    String owner = access.getTargetOwner().getName();
                    return QUESTIONS.contains(access.getTarget().getName())
                            && (owner.startsWith("java.time.") || ASKED.contains(owner));
                });
    }
}
