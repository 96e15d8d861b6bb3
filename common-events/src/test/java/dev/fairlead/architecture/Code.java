package dev.fairlead.architecture;

import java.util.Arrays;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The compiled main code of one module, whose packages are its rooms. */
public record Code(String module, JavaClasses classes) {

    private static final String ROOT = "dev.fairlead.";

    /** Reads the module whose packages start with {@code dev.fairlead.<module>}; tests are left out. */
    public static Code of(String module) {
        return new Code(module, new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT + module));
    }

    public static String packagesOf(String module) {
        return ROOT + module + "..";
    }

    /** The packages of these rooms, with all below them. */
    public String[] rooms(String... rooms) {
        return Arrays.stream(rooms)
                .map(room -> ROOT + module + "." + room + "..")
                .toArray(String[]::new);
    }

    /** The direct subpackages of a room, each one slice. */
    public String foldersIn(String room) {
        return ROOT + module + "." + room + ".(*)..";
    }

    public String everyRoom() {
        return ROOT + module + ".(*)..";
    }

    public String everything() {
        return packagesOf(module);
    }

    /** A rule about a room that does not exist yet holds; it bites with the room's first class. */
    public void keeps(ArchRule... rules) {
        Stream.of(rules).forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }
}
