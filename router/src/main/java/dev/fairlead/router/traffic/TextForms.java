package dev.fairlead.router.traffic;

/** Conditions on texts as regular expressions, for meshes that have no other form; RE2 syntax. */
public final class TextForms {

    private static final String SPECIAL = "\\.[]{}()*+?^$|";

    private TextForms() {}

    /** Texts that begin so; anchored, for meshes that search instead of matching the whole. */
    public static String beginning(String prefix) {
        return "^" + quoted(prefix) + ".*";
    }

    /** Texts that end so; anchored, for meshes that search instead of matching the whole. */
    public static String ending(String suffix) {
        return ".*" + quoted(suffix) + "$";
    }

    /** Just these characters; plain ones stay as they are. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        for (char one : text.toCharArray()) {
            if (SPECIAL.indexOf(one) >= 0) {
                quoted.append('\\');
            }
            quoted.append(one);
        }
        return quoted.toString();
    }
}
