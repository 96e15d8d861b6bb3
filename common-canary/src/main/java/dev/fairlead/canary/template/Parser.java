package dev.fairlead.canary.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.fairlead.canary.go.GoText;
import dev.fairlead.canary.template.Operand.Pipe;
import dev.fairlead.canary.template.Token.Type;

/** Reads a template: text, actions, branches, loops, and templates within it. */
final class Parser {

    private final Words words;
    private final PipeParser pipes;
    private final Map<String, List<Node>> templates = new HashMap<>();
    private int loops;
    private int depth;

    private Parser(Words words, Set<String> functions) {
        this.words = words;
        this.pipes = new PipeParser(words, functions);
    }

    /** All templates by name, the whole under {@code name}. */
    static Map<String, List<Node>> parse(String name, String source, Set<String> functions,
            Failures failures) {
        if (source.length() > Limits.LONGEST_SOURCE) {
            throw failures.parsing(0, "longer than " + Limits.LONGEST_SOURCE + " characters");
        }
        Parser parser = new Parser(new Words(Lexer.tokens(source, failures), failures), functions);
        Body body = parser.body(true);
        parser.templates.put(name, body.nodes());
        return Map.copyOf(parser.templates);
    }

    /**
     * Nodes up to an end or an else.
     *
     * @param closed
     *            by what: {@code end}, {@code else}, or nothing at the end of the source
     */
    private record Body(List<Node> nodes, String closed) {}

    private Body body(boolean outermost) {
        List<Node> nodes = new ArrayList<>();
        while (true) {
            Token token = words.peekWord();
            if (token.is(Type.END)) {
                if (!outermost) {
                    throw words.failure(token.at(), "unexpected EOF");
                }
                return new Body(List.copyOf(nodes), "");
            }
            if (token.is(Type.TEXT)) {
                nodes.add(new Node.Text(token.at(), words.take().text()));
                continue;
            }
            words.take();
            Token first = words.peekWord();
            if (first.isKeyword("end") || first.isKeyword("else")) {
                if (outermost) {
                    throw words.failure(first.at(), "unexpected {{" + first.text() + "}}");
                }
                return new Body(List.copyOf(nodes), words.take().text());
            }
            action(first, outermost, nodes);
        }
    }

    private void action(Token first, boolean outermost, List<Node> nodes) {
        if (!first.is(Type.KEYWORD)) {
            nodes.add(new Node.Action(first.at(), pipes.pipe("command", Type.RIGHT)));
            return;
        }
        words.take();
        switch (first.text()) {
            case "if", "with", "range" -> nodes.add(nested(first, first.text()));
            case "template" -> nodes.add(call());
            case "block" -> nodes.add(block(first));
            case "define" -> define(first, outermost);
            case "break", "continue" -> nodes.add(jump(first));
            default -> throw words.unexpected(first, "command");
        }
    }

    private Node nested(Token first, String kind) {
        depth++;
        if (depth > Limits.DEEPEST) {
            throw words.failure(first.at(),
                    "more than " + Limits.DEEPEST + " blocks within each other");
        }
        Node node = branch(first.at(), kind);
        depth--;
        return node;
    }

    private Node branch(int at, String kind) {
        int mark = pipes.mark();
        Pipe pipe = pipes.pipe(kind, Type.RIGHT);
        loops += kind.equals("range") ? 1 : 0;
        Body then = body(false);
        loops -= kind.equals("range") ? 1 : 0;
        List<Node> otherwise = then.closed().equals("else") ? otherwise(kind) : closed();
        pipes.forgetSince(mark);
        return switch (kind) {
            case "if" -> new Node.If(at, pipe, then.nodes(), otherwise);
            case "with" -> new Node.With(at, pipe, then.nodes(), otherwise);
            default -> new Node.Range(at, pipe, then.nodes(), otherwise);
        };
    }

    private List<Node> closed() {
        words.expect(Type.RIGHT, "end");
        return List.of();
    }

    /** After else: its body, or the branch that else if and else with are short for. */
    private List<Node> otherwise(String kind) {
        Token next = words.peekWord();
        if (!kind.equals("range") && next.isKeyword(kind)) {
            words.take();
            return List.of(nested(next, kind));
        }
        words.expect(Type.RIGHT, "else");
        Body body = body(false);
        if (body.closed().equals("else")) {
            throw words.failure(words.peek().at(), "expected end; found {{else}}");
        }
        words.expect(Type.RIGHT, "end");
        return body.nodes();
    }

    private Node jump(Token token) {
        if (loops == 0) {
            throw words.failure(token.at(), "{{" + token.text() + "}} outside {{range}}");
        }
        words.expect(Type.RIGHT, "{{" + token.text() + "}}");
        return token.text().equals("break") ? new Node.Break(token.at())
                : new Node.Continue(token.at());
    }

    private Node call() {
        int at = words.peekWord().at();
        String name = name("template clause");
        if (words.peekWord().is(Type.RIGHT)) {
            words.take();
            return new Node.Call(at, name, Pipe.empty(at));
        }
        return new Node.Call(at, name, pipes.pipe("template clause", Type.RIGHT));
    }

    private Node block(Token first) {
        String name = name("block clause");
        Pipe pipe = pipes.pipe("block clause", Type.RIGHT);
        inner(name);
        return new Node.Call(first.at(), name, pipe);
    }

    private void define(Token first, boolean outermost) {
        if (!outermost) {
            throw words.unexpected(first, "command");
        }
        String name = name("define clause");
        words.expect(Type.RIGHT, "define clause");
        inner(name);
    }

    /** The body of a template within the template, which sees no variables and no loops of the outside. */
    private void inner(String name) {
        int outerLoops = loops;
        loops = 0;
        Parser inner = new Parser(words, pipes.functions());
        Body body = inner.body(false);
        loops = outerLoops;
        if (!body.closed().equals("end")) {
            throw words.failure(words.peek().at(), "unexpected {{else}} in define clause");
        }
        words.expect(Type.RIGHT, "end");
        templates.putAll(inner.templates);
        if (templates.put(name, body.nodes()) != null) {
            throw words.failure(words.peek().at(),
                    "template: multiple definition of template " + GoText.quote(name));
        }
    }

    private String name(String context) {
        Token token = words.takeWord();
        if (!token.is(Type.STRING) && !token.is(Type.RAW_STRING)) {
            throw words.unexpected(token, context);
        }
        return token.is(Type.STRING)
                ? Constants.unquoted(token.text())
                : token.text().substring(1, token.text().length() - 1);
    }
}
