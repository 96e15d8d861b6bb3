package dev.fairlead.canary.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts made safe for HTML, JavaScript and URLs, as Go does it. */
final class Escapes {

    private Escapes() {}

    static String html(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(switch (c) {
            case 0 -> "\uFFFD";
            case '"' -> "&#34;";
            case '\'' -> "&#39;";
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> String.valueOf((char) c);
        }));
        return out.toString();
    }

    static String js(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.append(switch (c) {
            case '\\' -> "\\\\";
            case '\'' -> "\\'";
            case '"' -> "\\\"";
            case '<' -> "\\u003C";
            case '>' -> "\\u003E";
            case '&' -> "\\u0026";
            case '=' -> "\\u003D";
            default -> c < ' ' || c == 0x2028 || c == 0x2029 ? "\\u%04X".formatted(c)
                    : Character.toString(c);
        }));
        return out.toString();
    }

    /** Go keeps the tilde and escapes the star; Java's form encoding does it the other way. */
    static String urlQuery(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
