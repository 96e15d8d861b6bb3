package dev.fairlead.canary.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.fairlead.canary.go.GoText;
import dev.fairlead.canary.template.Operand.Command;
import dev.fairlead.canary.template.Operand.Pipe;
import dev.fairlead.canary.template.Token.Type;

/** Reads what stands in actions: pipelines of commands of operands. */
final class PipeParser {

    private final Words words;
    private final Set<String> functions;
    /** Variables that are known here, innermost last. */
    private final List<String> variables = new ArrayList<>(List.of("$"));

    PipeParser(Words words, Set<String> functions) {
        this.words = words;
        this.functions = functions;
    }

    Set<String> functions() {
        return functions;
    }

    int mark() {
        return variables.size();
    }

    void forgetSince(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** Up to and with the closing token. */
    Pipe pipe(String context, Type end) {
        int start = words.peekWord().at();
        List<String> declared = new ArrayList<>();
        boolean assigns = declarations(context, declared);
        List<Command> commands = new ArrayList<>();
        while (true) {
            Token token = words.peekWord();
            if (token.is(end)) {
                words.take();
                return checked(
                        new Pipe(start, assigns, List.copyOf(declared), List.copyOf(commands)),
                        context);
            }
            if (!startsOperand(token)) {
                throw words.unexpected(token, context);
            }
            commands.add(command());
        }
    }

    private boolean declarations(String context, List<String> declared) {
        while (words.peekWord().is(Type.VARIABLE)) {
            int skip = words.peekAfter(1).is(Type.SPACE) ? 2 : 1;
            Token after = words.peekAfter(skip);
            if (after.is(Type.ASSIGN) || after.is(Type.DECLARE)) {
                declare(declared);
                return after.is(Type.ASSIGN);
            }
            if (!after.is(Type.COMMA)) {
                return false;
            }
            if (!context.equals("range") || !declared.isEmpty()) {
                throw words.failure(after.at(), "too many declarations in " + context);
            }
            declare(declared);
            Type follows = words.peekWord().type();
            if (follows != Type.VARIABLE && follows != Type.RIGHT && follows != Type.CLOSE) {
                throw words.failure(after.at(), "range can only initialize variables");
            }
        }
        return false;
    }

    private void declare(List<String> declared) {
        Token variable = words.takeWord();
        words.takeWord();
        declared.add(variable.text());
        variables.add(variable.text());
    }

    private Pipe checked(Pipe pipe, String context) {
        if (pipe.commands().isEmpty()) {
            throw words.failure(pipe.at(), "missing value for " + context);
        }
        for (int i = 1; i < pipe.commands().size(); i++) {
            switch (pipe.commands().get(i).words().getFirst()) {
                case Operand.Dot _,Operand.Nil _,Operand.Constant _ ->
                        throw words.failure(pipe.at(),
                                "non executable command in pipeline stage " + (i + 1));
                case Operand.Field _,Operand.Variable _,Operand.Function _,Operand.Chain _,Pipe _ ->
                        {
                        }
            }
        }
        return pipe;
    }

    private Command command() {
        int start = words.peekWord().at();
        List<Operand> operands = new ArrayList<>();
        while (startsOperand(words.peekWord())) {
            operands.add(operand());
            Token after = words.peek();
            if (!after.is(Type.SPACE)) {
                break;
            }
        }
        Token after = words.peekWord();
        if (after.is(Type.PIPE)) {
            words.take();
        } else if (!after.is(Type.RIGHT) && !after.is(Type.CLOSE)) {
            throw words.unexpected(after, "operand");
        }
        return new Command(start, List.copyOf(operands));
    }

    private static boolean startsOperand(Token token) {
        return switch (token.type()) {
            case STRING, RAW_STRING, CHARACTER, NUMBER, OPEN, FIELD, DOT, VARIABLE, IDENTIFIER,
                    BOOL, NIL -> true;
            case TEXT, LEFT, RIGHT, SPACE, DECLARE, ASSIGN, PIPE, COMMA, CLOSE, KEYWORD, OTHER,
                    ERROR, END ->
                    false;
        };
    }

    private Operand operand() {
        Operand term = term(words.take());
        if (!words.peek().is(Type.FIELD)) {
            return term;
        }
        int at = words.peek().at();
        List<String> fields = new ArrayList<>();
        while (words.peek().is(Type.FIELD)) {
            fields.add(words.take().text().substring(1));
        }
        return switch (term) {
            case Operand.Field field ->
                    new Operand.Field(at, joined(field.names(), fields));
            case Operand.Variable variable ->
                    new Operand.Variable(at, variable.name(),
                            joined(variable.fields(), fields));
            case Operand.Function _,Operand.Chain _,Pipe _ -> new Operand.Chain(at, term, fields);
            case Operand.Dot _,Operand.Nil _,Operand.Constant _ ->
                    throw words.failure(at,
                            "unexpected . after term " + GoText.quote(term.source()));
        };
    }

    private Operand term(Token token) {
        return switch (token.type()) {
            case DOT -> new Operand.Dot(token.at());
            case NIL -> new Operand.Nil(token.at());
            case BOOL ->
                    new Operand.Constant(token.at(), token.text(), token.text().equals("true"));
            case NUMBER, CHARACTER, STRING, RAW_STRING -> Constants.of(token, words);
            case FIELD -> new Operand.Field(token.at(), List.of(token.text().substring(1)));
            case VARIABLE -> variable(token);
            case IDENTIFIER -> function(token);
            case OPEN -> pipe("parenthesized pipeline", Type.CLOSE);
            case TEXT, LEFT, RIGHT, SPACE, DECLARE, ASSIGN, PIPE, COMMA, CLOSE, KEYWORD, OTHER,
                    ERROR, END ->
                    throw words.unexpected(token, "operand");
        };
    }

    private Operand function(Token token) {
        if (!functions.contains(token.text())) {
            throw words.failure(token.at(),
                    "function " + GoText.quote(token.text()) + " not defined");
        }
        return new Operand.Function(token.at(), token.text());
    }

    private Operand variable(Token token) {
        if (!variables.contains(token.text())) {
            throw words.failure(token.at(), "undefined variable " + GoText.quote(token.text()));
        }
        return new Operand.Variable(token.at(), token.text(), List.of());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
