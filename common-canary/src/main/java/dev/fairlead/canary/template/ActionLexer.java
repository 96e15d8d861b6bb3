package dev.fairlead.canary.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.fairlead.canary.template.Token.Type;

/** Cuts one action into words, from behind its left delimiter up to and with its right one. */
final class ActionLexer {

    private static final Set<String> KEYWORDS =
            Set.of("block", "break", "continue", "define", "else",
                    "end", "if", "range", "template", "with");

    private final String source;
    private final Delimiters delimiters;
    private final Failures failures;
    private final List<Token> tokens;
    private int at;
    private int depth;

    ActionLexer(Delimiters delimiters, Failures failures, List<Token> tokens) {
        this.source = delimiters.source();
        this.delimiters = delimiters;
        this.failures = failures;
        this.tokens = tokens;
    }

    /** Adds the words to the tokens, and gives the place behind the right delimiter. */
    int cut(int from) {
        at = from;
        depth = 0;
        while (!delimiters.right(at)) {
            word();
        }
        if (depth > 0) {
            throw failures.parsing(at, "unclosed left paren");
        }
        tokens.add(new Token(Type.RIGHT, at, Delimiters.RIGHT));
        return delimiters.behindRight(at);
    }

    private void word() {
        if (at >= source.length()) {
            throw failures.parsing(at, "unclosed action");
        }
        int start = at;
        char c = source.charAt(at);
        switch (c) {
            case ' ', '\t', '\r', '\n' -> spaces(start);
            case '=' -> step(Type.ASSIGN, 1);
            case ':' -> {
                if (!source.startsWith(":=", at)) {
                    throw failures.parsing(at, "expected :=");
                }
                step(Type.DECLARE, 2);
            }
            case '|' -> step(Type.PIPE, 1);
            case ',' -> step(Type.COMMA, 1);
            case '"' -> quoted(start, '"', Type.STRING, "unterminated quoted string");
            case '`' -> raw(start);
            case '\'' -> quoted(start, '\'', Type.CHARACTER, "unterminated character constant");
            case '(' -> open();
            case ')' -> close();
            case '$' -> word(start, 1, Type.VARIABLE);
            case '.' -> dot(start);
            default -> wordOrNumber(start, c);
        }
    }

    private void open() {
        depth++;
        if (depth > Limits.DEEPEST) {
            throw failures.parsing(at,
                    "more than " + Limits.DEEPEST + " parentheses within each other");
        }
        step(Type.OPEN, 1);
    }

    private void close() {
        depth--;
        if (depth < 0) {
            throw failures.parsing(at, "unexpected right paren");
        }
        step(Type.CLOSE, 1);
    }

    private void spaces(int start) {
        while (at < source.length() && Delimiters.space(source.charAt(at))
                && !delimiters.trimsRight(at)) {
            at++;
        }
        add(Type.SPACE, start, at);
    }

    private void step(Type type, int length) {
        int start = at;
        at += length;
        add(type, start, at);
    }

    private void quoted(int start, char quote, Type type, String unclosed) {
        at++;
        while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= source.length() || source.charAt(at) != quote) {
            throw failures.parsing(start, unclosed);
        }
        at++;
        add(type, start, at);
    }

    private void raw(int start) {
        int end = source.indexOf('`', at + 1);
        if (end < 0) {
            throw failures.parsing(start, "unterminated raw quoted string");
        }
        at = end + 1;
        add(Type.RAW_STRING, start, at);
    }

    private void dot(int start) {
        char next = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        if (next >= '0' && next <= '9') {
            number(start);
        } else if (terminates(at + 1)) {
            step(Type.DOT, 1);
        } else {
            word(start, 1, Type.FIELD);
        }
    }

    private void wordOrNumber(int start, char c) {
        if (c == '+' || c == '-' || (c >= '0' && c <= '9')) {
            number(start);
        } else if (alphanumeric(c)) {
            word(start, 0, Type.IDENTIFIER);
        } else if (c > ' ' && c < 0x7f) {
            step(Type.OTHER, 1);
        } else {
            throw failures.parsing(start,
                    "unrecognized character in action: " + Failures.unicode(c));
        }
    }

    private void number(int start) {
        at++;
        while (at < source.length()
                && (alphanumeric(source.charAt(at)) || source.charAt(at) == '.' || signed(start))) {
            at++;
        }
        add(Type.NUMBER, start, at);
    }

    /** A sign inside a number follows its exponent; in a hexadecimal one, e is a digit. */
    private boolean signed(int start) {
        char sign = source.charAt(at);
        char before = Character.toLowerCase(source.charAt(at - 1));
        String soFar =
                source.substring(start, at).toLowerCase(Locale.ROOT);
        return (sign == '+' || sign == '-')
                && (before == 'p' || before == 'e' && !soFar.contains("0x"));
    }

    private void word(int start, int prefix, Type type) {
        at = start + prefix;
        while (at < source.length() && alphanumeric(source.charAt(at))) {
            at++;
        }
        if (!terminates(at)) {
            throw failures.parsing(at, "bad character " + Failures.unicode(source.charAt(at)));
        }
        String text = source.substring(start, at);
        tokens.add(new Token(type == Type.IDENTIFIER ? wordType(text) : type, start, text));
    }

    private static Type wordType(String text) {
        if (KEYWORDS.contains(text)) {
            return Type.KEYWORD;
        }
        return switch (text) {
            case "true", "false" -> Type.BOOL;
            case "nil" -> Type.NIL;
            default -> Type.IDENTIFIER;
        };
    }

    private boolean terminates(int here) {
        return here >= source.length() || Delimiters.space(source.charAt(here))
                || ".,|:=)(".indexOf(source.charAt(here)) >= 0
                || source.startsWith(Delimiters.RIGHT, here);
    }

    private static boolean alphanumeric(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private void add(Type type, int start, int end) {
        tokens.add(new Token(type, start, source.substring(start, end)));
    }
}
