package dev.fairlead.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** A foreign technology, by its packages, and the rule that keeps it in its rooms. */
public enum Technology {

    KAFKA("a change of client or broker must not reach what thinks and what runs",
            "org.apache.kafka..", "org.springframework.kafka..", "io.cloudevents.."),
    JDBC("SQL stands in the room that owns the table",
            "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..",
            "org.flywaydb..",
            "com.zaxxer.hikari.."),
    KUBERNETES(
            "what talks to a cluster is one room, so that its calls can be counted, limited and replaced",
            "io.fabric8.."),
    HTTP_CLIENT("calls out of the house have a deadline and a limit, kept in one place",
            "java.net.http..", "com.slack.api..", "okhttp3.."),
    WEB("the outside face is a room of its own",
            "org.springframework.web..", "jakarta.servlet.."),
    JSON("bytes become words at the border and nowhere else",
            "tools.jackson..", "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

    private final String reason;
    private final String[] packages;

    Technology(String reason, String... packages) {
        this.reason = reason;
        this.packages = packages;
    }

    /** Only the named rooms of the module use this technology, and {@code boot}, which builds them. */
    public void staysIn(Code code, String... rooms) {
        code.keeps(noClasses()
                .that()
                .resideOutsideOfPackages(code.rooms(rooms))
                .and()
                .resideOutsideOfPackages(code.rooms("boot"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because(reason));
    }

    /** The module does without this technology. */
    public void isUnknownIn(Code code) {
        code.keeps(noClasses().should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because(reason));
    }

    /** The folders of a room, one per technology, do not know each other. */
    public static void providersAreApart(Code code, String room) {
        code.keeps(slices().matching(code.foldersIn(room))
                .should()
                .notDependOnEachOther()
                .because("a provider is added or removed as one folder;"
                        + " what two of them share belongs to the room above, next to the interface"));
    }
}
