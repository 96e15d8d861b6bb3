package dev.fairlead.canary.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.fairlead.canary.template.Token.Type;

/**
 * Cuts a template into words. White space inside actions is a word, since it parts arguments. What cannot be cut is a
 * word too, at which the parser fails if nothing before it was wrong.
 */
final class Lexer {

    private static final String LEFT = "{{";
    private static final String RIGHT = "}}";
    private static final String COMMENT_END = "*/";
    private static final Set<String> KEYWORDS =
            Set.of("block", "break", "continue", "define", "else", "end", "if",
                    "range", "template", "with");
    private static final String SPACES = " \t\r\n";

    private final String source;
    private final Failures failures;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private Lexer(String source, Failures failures) {
        this.source = source;
        this.failures = failures;
    }

    static List<Token> tokens(String source, Failures failures) {
        Lexer lexer = new Lexer(source, failures);
        try {
            while (lexer.at < source.length()) {
                lexer.text();
            }
        } catch (TemplateFailure failure) {
            lexer.tokens.add(new Token(Type.ERROR, lexer.at, failure.reason()));
        }
        lexer.add(Type.END, source.length(), source.length());
        return lexer.tokens;
    }

    private void text() {
        int left = source.indexOf(LEFT, at);
        int end = left < 0 ? source.length() : left;
        int textEnd = left >= 0 && trimsLeft(left + LEFT.length()) ? backOverSpaces(end) : end;
        if (textEnd > at) {
            add(Type.TEXT, at, textEnd);
        }
        at = end;
        if (left >= 0) {
            leftDelimiter();
        }
    }

    private boolean trimsLeft(int after) {
        return after + 1 < source.length() && source.charAt(after) == '-'
                && isSpace(source.charAt(after + 1));
    }

    private boolean trimsRight(int here) {
        return here + 1 < source.length() && isSpace(source.charAt(here))
                && source.charAt(here + 1) == '-'
                && source.startsWith(RIGHT, here + 2);
    }

    private int backOverSpaces(int end) {
        int here = end;
        while (here > at && isSpace(source.charAt(here - 1))) {
            here--;
        }
        return here;
    }

    private void leftDelimiter() {
        int start = at;
        int trim = trimsLeft(at + LEFT.length()) ? 2 : 0;
        int inside = at + LEFT.length() + trim;
        if (source.startsWith("/*", inside)) {
            comment(inside);
            return;
        }
        at = start + LEFT.length() + trim;
        tokens.add(new Token(Type.LEFT, start, LEFT));
        depth = 0;
        while (!rightDelimiter()) {
            insideAction();
        }
    }

    private void comment(int inside) {
        int end = source.indexOf(COMMENT_END, inside + 2);
        if (end < 0) {
            throw failures.parsing(inside, "unclosed comment");
        }
        at = end + COMMENT_END.length();
        boolean trims = trimsRight(at);
        if (!trims && !source.startsWith(RIGHT, at)) {
            throw failures.parsing(at, "comment ends before closing delimiter");
        }
        at += RIGHT.length() + (trims ? 2 : 0);
        if (trims) {
            skipSpaces();
        }
    }

    private boolean rightDelimiter() {
        boolean trims = trimsRight(at);
        if (!trims && !source.startsWith(RIGHT, at)) {
            return false;
        }
        if (depth > 0) {
            throw failures.parsing(at, "unclosed left paren");
        }
        int start = at + (trims ? 2 : 0);
        at = start + RIGHT.length();
        add(Type.RIGHT, start, at);
        if (trims) {
            skipSpaces();
        }
        return true;
    }

    private void skipSpaces() {
        while (at < source.length() && isSpace(source.charAt(at))) {
            at++;
        }
    }

    private void insideAction() {
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
        while (at < source.length() && isSpace(source.charAt(at)) && !trimsRight(at)) {
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
                source.substring(start, at).toLowerCase(java.util.Locale.ROOT);
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
        return here >= source.length() || isSpace(source.charAt(here))
                || ".,|:=)(".indexOf(source.charAt(here)) >= 0
                || source.startsWith(RIGHT, here);
    }

    private static boolean alphanumeric(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean isSpace(char c) {
        return SPACES.indexOf(c) >= 0;
    }

    private void add(Type type, int start, int end) {
        tokens.add(new Token(type, start, source.substring(start, end)));
    }
}
