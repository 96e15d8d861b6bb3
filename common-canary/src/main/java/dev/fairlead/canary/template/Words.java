package dev.fairlead.canary.template;

import java.util.List;

import dev.fairlead.canary.go.GoText;
import dev.fairlead.canary.template.Token.Type;

/** The tokens of a template, read one after the other. */
final class Words {

    private static final int LONGEST_SHOWN = 20;

    private final List<Token> tokens;
    private final Failures failures;
    private int next;

    Words(List<Token> tokens, Failures failures) {
        this.tokens = tokens;
        this.failures = failures;
    }

    Token peek() {
        Token token = tokens.get(next);
        if (token.is(Type.ERROR)) {
            throw new TemplateFailure(token.text());
        }
        return token;
    }

    Token peekAfter(int count) {
        return tokens.get(Math.min(next + count, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (!token.is(Type.END)) {
            next++;
        }
        return token;
    }

    Token peekWord() {
        skipSpace();
        return peek();
    }

    Token takeWord() {
        skipSpace();
        return take();
    }

    void skipSpace() {
        while (peek().is(Type.SPACE)) {
            next++;
        }
    }

    Token expect(Type type, String context) {
        Token token = takeWord();
        if (!token.is(type)) {
            throw unexpected(token, context);
        }
        return token;
    }

    TemplateFailure failure(int at, String message) {
        return failures.parsing(at, message);
    }

    TemplateFailure unexpected(Token token, String context) {
        return failure(token.at(), "unexpected " + shown(token) + " in " + context);
    }

    private static String shown(Token token) {
        return switch (token.type()) {
            case END -> "EOF";
            case KEYWORD -> "<" + token.text() + ">";
            case TEXT, LEFT, RIGHT, SPACE, STRING, RAW_STRING, CHARACTER, NUMBER, DECLARE, ASSIGN,
                    PIPE, COMMA, OPEN,
                    CLOSE, FIELD, DOT, VARIABLE, IDENTIFIER, BOOL, NIL, OTHER,
                    ERROR -> token.text().length() > LONGEST_SHOWN / 2
                            ? GoText.quote(token.text().substring(0, LONGEST_SHOWN / 2)) + "..."
                            : GoText.quote(token.text());
        };
    }
}
