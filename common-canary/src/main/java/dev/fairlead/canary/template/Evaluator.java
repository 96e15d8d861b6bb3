package dev.fairlead.canary.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.canary.go.GoNil;
import dev.fairlead.canary.go.GoText;
import dev.fairlead.canary.go.GoTypes;
import dev.fairlead.canary.template.Operand.Command;
import dev.fairlead.canary.template.Operand.Pipe;

/** Gives the value of a pipeline. */
final class Evaluator {

    /** Makes the failure of what is being executed. */
    interface Blame {
        TemplateFailure of(Place place, String message);
    }

    private final Map<String, TemplateFunction> functions;
    private final Budget budget;
    private final Blame blame;
    private Place here = new Operand.Dot(0);

    Evaluator(Map<String, TemplateFunction> functions, Budget budget, Blame blame) {
        this.functions = functions;
        this.budget = budget;
        this.blame = blame;
    }

    /** What was looked at last. */
    Place here() {
        return here;
    }

    /** The value; variables that the pipeline declares are in the scope after. */
    Object pipe(Pipe pipe, Object dot, Scope scope) {
        here = pipe;
        Object value = GoNil.NIL;
        boolean first = true;
        for (Command command : pipe.commands()) {
            List<Operand> words = command.words();
            value = new Call(command, words.getFirst(), words.subList(1, words.size()),
                    first ? Optional.empty() : Optional.of(value), dot, scope).value();
            first = false;
        }
        for (String name : pipe.variables()) {
            if (!pipe.assigns()) {
                scope.push(name, value);
            } else if (!scope.set(name, value)) {
                throw failure("undefined variable: " + name);
            }
        }
        return value;
    }

    private TemplateFailure failure(String message) {
        return blame.of(here, message);
    }

    /**
     * One command.
     *
     * @param whole
     *            for failures
     * @param last
     *            the value of the command before, which is the last argument
     */
    private final class Call {

        private final Place whole;
        private final Operand first;
        private final List<Operand> arguments;
        private final Optional<Object> last;
        private final Object dot;
        private final Scope scope;

        private Call(Place whole, Operand first, List<Operand> arguments, Optional<Object> last,
                Object dot,
                Scope scope) {
            this.whole = whole;
            this.first = first;
            this.arguments = arguments;
            this.last = last;
            this.dot = dot;
            this.scope = scope;
        }

        private Object value() {
            if (!budget.takes(1)) {
                throw failure("more than " + Limits.MOST_STEPS + " steps");
            }
            if (!(first instanceof Pipe)) {
                here = first;
            }
            return switch (first) {
                case Operand.Field field -> fields(dot, field.names());
                case Operand.Chain chain -> fields(argument(chain.of()), chain.fields());
                case Operand.Variable variable -> variable.fields().isEmpty()
                        ? plain(scope.get(variable.name()))
                        : fields(scope.get(variable.name()), variable.fields());
                case Operand.Function function -> called(function);
                case Pipe pipe -> {
                    noArguments();
                    yield pipe(pipe, dot, scope);
                }
                case Operand.Dot _ -> plain(dot);
                case Operand.Constant constant -> plain(constant.value());
                case Operand.Nil _ -> throw failure("nil is not a command");
            };
        }

        private Object plain(Object value) {
            noArguments();
            return value;
        }

        private int count() {
            return arguments.size() + (last.isPresent() ? 1 : 0);
        }

        private void noArguments() {
            if (count() > 0) {
                throw failure("can't give argument to non-function " + first.source());
            }
        }

        private Object fields(Object receiver, List<String> names) {
            Object value = receiver;
            for (String name : names) {
                value = field(value, name);
            }
            return value;
        }

        private Object field(Object receiver, String name) {
            if (receiver == GoNil.NIL) {
                throw failure("nil data; no entry for key " + GoText.quote(name));
            }
            if (!(receiver instanceof Map<?, ?> map)) {
                throw failure(
                        "can't evaluate field " + name + " in type " + GoTypes.name(receiver));
            }
            if (count() > 0) {
                throw failure(name + " is not a method but has arguments");
            }
            Object value = map.get(name);
            if (value == null) {
                throw failure("map has no entry for key " + GoText.quote(name));
            }
            return value;
        }

        private Object called(Operand.Function function) {
            TemplateFunction own = functions.get(function.name());
            Arity arity =
                    own == null ? BuiltIns.arity(function.name()) : Arity.exactly(own.arity());
            if (!arity.allows(count())) {
                throw failure("wrong number of args for " + function.name() + ": want " + arity
                        + " got " + count());
            }
            if (own == null && (function.name().equals("and") || function.name().equals("or"))) {
                return shortened(function.name().equals("and"));
            }
            List<Object> values = new ArrayList<>();
            arguments.forEach(argument -> values.add(argument(argument)));
            last.ifPresent(values::add);
            return own == null ? builtIn(function.name(), values) : own.body().apply(values);
        }

        private Object builtIn(String name, List<Object> values) {
            if (name.equals("printf") && !(values.getFirst() instanceof String)) {
                throw noFormat(values.getFirst());
            }
            if (name.equals("call")) {
                here = whole;
                throw failure("error calling call: non-function "
                        + (arguments.isEmpty() ? "" : arguments.getFirst().source() + " ")
                        + "of type " + GoTypes.name(values.getFirst()));
            }
            try {
                return BuiltIns.call(name, values);
            } catch (BuiltIns.WrongArguments wrong) {
                here = whole;
                throw failure("error calling " + name + ": " + wrong.reason());
            }
        }

        private TemplateFailure noFormat(Object value) {
            if (!arguments.isEmpty() && arguments.getFirst() instanceof Operand.Constant constant) {
                here = constant;
                return failure("expected string; found " + constant.source());
            }
            return failure("wrong type for value; expected string; got " + GoTypes.name(value));
        }

        /** And stops at the first that is empty, or at the first that is not. */
        private Object shortened(boolean and) {
            Object value = GoNil.NIL;
            for (Operand argument : arguments) {
                value = argument(argument);
                if (Truths.of(value) != and) {
                    return value;
                }
            }
            return last.orElse(value);
        }

        private Object argument(Operand operand) {
            here = operand;
            return switch (operand) {
                case Operand.Dot _ -> dot;
                case Operand.Nil _ -> GoNil.NIL;
                case Operand.Constant constant -> constant.value();
                case Pipe pipe -> pipe(pipe, dot, scope);
                case Operand.Field _,Operand.Variable _,Operand.Function _,Operand.Chain _ ->
                        new Call(operand, operand, List.of(), Optional.empty(), dot, scope).value();
            };
        }
    }
}
