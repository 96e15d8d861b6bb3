package dev.fairlead.sandbox.mesh.routing;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a text is compared, as in Istio's {@code StringMatch}. */
public sealed interface TextMatch {

    boolean matches(String text);

    /** The same comparison without regard to case. */
    TextMatch ignoringCase();

    record Exact(String text, boolean anyCase) implements TextMatch {
        @Override
        public boolean matches(String other) {
            return anyCase ? text.equalsIgnoreCase(other) : text.equals(other);
        }

        @Override
        public TextMatch ignoringCase() {
            return new Exact(text, true);
        }
    }

    record Prefix(String text, boolean anyCase) implements TextMatch {
        @Override
        public boolean matches(String other) {
            return other.regionMatches(anyCase, 0, text, 0, text.length());
        }

        @Override
        public TextMatch ignoringCase() {
            return new Prefix(text, true);
        }
    }

    /** The whole text must match, as with RE2's full match. */
    record Regex(Pattern pattern) implements TextMatch {
        @Override
        public boolean matches(String other) {
            return pattern.matcher(other).matches();
        }

        /** Istio ignores case for exact and prefix only. */
        @Override
        public TextMatch ignoringCase() {
            return this;
        }
    }

    /** An empty match: the text need only be there. */
    record Present() implements TextMatch {
        @Override
        public boolean matches(String other) {
            return true;
        }

        @Override
        public TextMatch ignoringCase() {
            return this;
        }
    }

    static TextMatch exact(String text) {
        return new Exact(text, false);
    }

    static TextMatch prefix(String text) {
        return new Prefix(text, false);
    }

    static TextMatch regex(String expression) {
        return new Regex(Pattern.compile(expression));
    }

    /** Header names are compared, stored and looked up in lower case. */
    static String headerName(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
