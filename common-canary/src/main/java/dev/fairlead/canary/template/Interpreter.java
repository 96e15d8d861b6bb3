package dev.fairlead.canary.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.fairlead.canary.go.GoFormat;
import dev.fairlead.canary.go.GoNil;
import dev.fairlead.canary.go.GoText;

/** Executes one template once. */
final class Interpreter {

    /** How a list of nodes was left. */
    private enum Flow {
        ON, BREAK, CONTINUE
    }

    private final Failures failures;
    private final Map<String, List<Node>> templates;
    private final Evaluator evaluator;
    private final Budget budget = new Budget();
    private final StringBuilder out = new StringBuilder();
    private String current;
    private int depth;

    Interpreter(String name, Failures failures, Map<String, List<Node>> templates,
            Map<String, TemplateFunction> functions) {
        this.failures = failures;
        this.templates = templates;
        this.current = name;
        this.evaluator = new Evaluator(functions, budget, this::failure);
    }

    String execute() {
        walk(templates.getOrDefault(current, List.of()), GoNil.NIL, new Scope(GoNil.NIL));
        return out.toString();
    }

    private TemplateFailure failure(Place place, String message) {
        return failures.executing(current, place, message);
    }

    private Flow walk(List<Node> nodes, Object dot, Scope scope) {
        for (Node node : nodes) {
            if (!budget.takes(1)) {
                throw failure(evaluator.here(), "more than " + Limits.MOST_STEPS + " steps");
            }
            Flow flow = walk(node, dot, scope);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow walk(Node node, Object dot, Scope scope) {
        return switch (node) {
            case Node.Text text -> write(text.text());
            case Node.Action action -> act(action, dot, scope);
            case Node.If branch -> Truths.of(evaluator.pipe(branch.pipe(), dot, scope.mark()))
                    ? leave(scope, branch.then(), dot)
                    : leave(scope, branch.otherwise(), dot);
            case Node.With with -> with(with, dot, scope);
            case Node.Range range -> range(range, dot, scope);
            case Node.Call call -> call(call, dot, scope);
            case Node.Break _ -> Flow.BREAK;
            case Node.Continue _ -> Flow.CONTINUE;
        };
    }

    private Flow act(Node.Action action, Object dot, Scope scope) {
        Object value = evaluator.pipe(action.pipe(), dot, scope);
        if (!action.pipe().variables().isEmpty()) {
            return Flow.ON;
        }
        return write(value == GoNil.NIL ? "<no value>" : GoFormat.print(List.of(value)));
    }

    private Flow with(Node.With with, Object dot, Scope scope) {
        Object value = evaluator.pipe(with.pipe(), dot, scope.mark());
        return Truths.of(value) ? leave(scope, with.then(), value)
                : leave(scope, with.otherwise(), dot);
    }

    /** Walks with the variables of the branch in sight, and forgets them after. */
    private Flow leave(Scope scope, List<Node> nodes, Object dot) {
        Flow flow = walk(nodes, dot, scope);
        scope.release();
        return flow;
    }

    private Flow range(Node.Range range, Object dot, Scope scope) {
        Object value = evaluator.pipe(range.pipe(), dot, scope.mark());
        boolean any = switch (value) {
            case Map<?, ?> map -> rangeMap(range, map, scope);
            case Long count -> rangeCount(range, count, scope);
            case GoNil _ -> false;
            default -> throw failure(evaluator.here(),
                    "range can't iterate over " + GoFormat.print(List.of(value)));
        };
        scope.release();
        return any ? Flow.ON : walk(range.otherwise(), dot, scope);
    }

    private boolean rangeMap(Node.Range range, Map<?, ?> map, Scope scope) {
        for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
            if (round(range, entry.getKey(), entry.getValue(), scope) == Flow.BREAK) {
                break;
            }
        }
        return !map.isEmpty();
    }

    private boolean rangeCount(Node.Range range, long count, Scope scope) {
        if (range.pipe().variables().size() > 1) {
            throw failure(evaluator.here(),
                    "can't use " + count + " to iterate over more than one variable");
        }
        for (long i = 0; i < count; i++) {
            if (round(range, i, i, scope) == Flow.BREAK) {
                break;
            }
        }
        return count > 0;
    }

    private Flow round(Node.Range range, Object key, Object element, Scope scope) {
        if (!budget.takes(1)) {
            throw failure(evaluator.here(),
                    "more than " + Limits.MOST_STEPS + " steps");
        }
        List<String> names = range.pipe().variables();
        if (!names.isEmpty()) {
            scope.set(names.getLast(), element);
        }
        if (names.size() > 1) {
            scope.set(names.getFirst(), key);
        }
        scope.mark();
        return leave(scope, range.each(), element);
    }

    private Flow call(Node.Call call, Object dot, Scope scope) {
        List<Node> nodes = Optional.ofNullable(templates.get(call.template()))
                .orElseThrow(
                        () -> failure(call,
                                "template " + GoText.quote(call.template()) + " not defined"));
        if (depth == Limits.DEEPEST) {
            throw failure(call,
                    "exceeded maximum template depth (" + Limits.DEEPEST + ")");
        }
        Object inner = call.pipe().commands().isEmpty() ? GoNil.NIL
                : evaluator.pipe(call.pipe(), dot, scope);
        String outer = current;
        current = call.template();
        depth++;
        walk(nodes, inner, new Scope(inner));
        depth--;
        current = outer;
        return Flow.ON;
    }

    private Flow write(String text) {
        out.append(text);
        if (out.length() > Limits.LONGEST_OUTPUT) {
            throw failure(evaluator.here(),
                    "output longer than " + Limits.LONGEST_OUTPUT + " characters");
        }
        return Flow.ON;
    }
}
