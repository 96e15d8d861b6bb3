package dev.fairlead.canary.template;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.canary.template.Token.Type;

/**
 * Cuts a template into words. White space inside actions is a word, since it parts arguments. What cannot be cut is a
 * word too, at which the parser fails if nothing before it was wrong.
 */
final class Lexer {

    private static final String COMMENT_START = "/*";
    private static final String COMMENT_END = "*/";

    private final String source;
    private final Delimiters delimiters;
    private final Failures failures;
    private final List<Token> tokens = new ArrayList<>();
    private final ActionLexer actions;
    private int at;

    private Lexer(String source, Failures failures) {
        this.source = source;
        this.delimiters = new Delimiters(source);
        this.failures = failures;
        this.actions = new ActionLexer(delimiters, failures, tokens);
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
        lexer.tokens.add(new Token(Type.END, source.length(), ""));
        return lexer.tokens;
    }

    private void text() {
        int left = source.indexOf(Delimiters.LEFT, at);
        int next = left < 0 ? source.length() : left;
        int end = left >= 0 && delimiters.trimsLeft(left) ? delimiters.trimmedEnd(at, next) : next;
        if (end > at) {
            tokens.add(new Token(Type.TEXT, at, source.substring(at, end)));
        }
        at = next;
        if (left >= 0) {
            action();
        }
    }

    private void action() {
        int inside = delimiters.inside(at);
        if (source.startsWith(COMMENT_START, inside)) {
            at = behindComment(inside);
            return;
        }
        tokens.add(new Token(Type.LEFT, at, Delimiters.LEFT));
        at = actions.cut(inside);
    }

    private int behindComment(int inside) {
        int end = source.indexOf(COMMENT_END, inside + COMMENT_START.length());
        if (end < 0) {
            throw failures.parsing(inside, "unclosed comment");
        }
        int behind = end + COMMENT_END.length();
        if (!delimiters.right(behind)) {
            throw failures.parsing(behind, "comment ends before closing delimiter");
        }
        return delimiters.behindRight(behind);
    }
}
