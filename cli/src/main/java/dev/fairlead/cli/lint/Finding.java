package dev.fairlead.cli.lint;

/**
 * One thing that is wrong with a manifest.
 *
 * @param file
 *            as it was named
 * @param line
 *            from 1
 * @param column
 *            from 1
 * @param field
 *            path from the root of the resource; empty when it is no resource
 * @param message
 *            the whole sentence
 */
public record Finding(String file, int line, int column, String field, String message) {

    /** As compilers write it. */
    public String inWords() {
        return file + ":" + line + ":" + column + ": " + message + "\n";
    }
}
