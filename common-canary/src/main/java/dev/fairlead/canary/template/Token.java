package dev.fairlead.canary.template;

/**
 * A word of a template.
 *
 * @param at
 *            offset in the source
 */
record Token(Type type, int at, String text) {

    enum Type {
        TEXT, LEFT, RIGHT, SPACE, STRING, RAW_STRING, CHARACTER, NUMBER, DECLARE, ASSIGN, PIPE,
        COMMA, OPEN, CLOSE,
        FIELD, DOT, VARIABLE, IDENTIFIER, BOOL, NIL, KEYWORD, OTHER, ERROR, END
    }

    boolean is(Type wanted) {
        return type == wanted;
    }

    boolean isKeyword(String word) {
        return type == Type.KEYWORD && text.equals(word);
    }
}
