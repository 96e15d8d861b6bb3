package dev.fairlead.canary.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The variables in sight, innermost last. */
final class Scope {

    private static final class Variable {
        private final String name;
        private Object value;

        private Variable(String name, Object value) {
            this.name = name;
            this.value = value;
        }
    }

    private final List<Variable> variables = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();

    Scope(Object data) {
        push("$", data);
    }

    /** Variables pushed from here on are forgotten at {@link #release}. */
    Scope mark() {
        marks.push(variables.size());
        return this;
    }

    void release() {
        variables.subList(marks.pop(), variables.size()).clear();
    }

    void push(String name, Object value) {
        variables.add(new Variable(name, value));
    }

    /** Whether there is such a variable. */
    boolean set(String name, Object value) {
        for (Variable variable : variables.reversed()) {
            if (variable.name.equals(name)) {
                variable.value = value;
                return true;
            }
        }
        return false;
    }

    Object get(String name) {
        for (Variable variable : variables.reversed()) {
            if (variable.name.equals(name)) {
                return variable.value;
            }
        }
        throw new IllegalStateException("the parser let an unknown variable pass: " + name);
    }
}
