package dev.fairlead.canary.template;

import java.util.List;
import java.util.stream.Collectors;

/** What stands in actions; {@code source} is how Go shows it in errors. */
sealed interface Operand extends Place {

    record Dot(int at) implements Operand {
        @Override
        public String source() {
            return ".";
        }
    }

    record Nil(int at) implements Operand {
        @Override
        public String source() {
            return "nil";
        }
    }

    /** A truth, a number or a text that stands in the template. */
    record Constant(int at, String source, Object value) implements Operand {}

    /** {@code .a.b} */
    record Field(int at, List<String> names) implements Operand {
        @Override
        public String source() {
            return names.stream().map(name -> "." + name).collect(Collectors.joining());
        }
    }

    /** {@code $a.b}; the name has its dollar. */
    record Variable(int at, String name, List<String> fields) implements Operand {
        @Override
        public String source() {
            return name + new Field(at, fields).source();
        }
    }

    record Function(int at, String name) implements Operand {
        @Override
        public String source() {
            return name;
        }
    }

    /** Fields of what an operand gives: {@code variables.key}, {@code (index m "a").b}. */
    record Chain(int at, Operand of, List<String> fields) implements Operand {
        @Override
        public String source() {
            String inner = of instanceof Pipe ? "(" + of.source() + ")" : of.source();
            return inner + new Field(at, fields).source();
        }
    }

    /**
     * Commands, each given the value of the one before.
     *
     * @param assigns
     *            whether the variables exist already
     */
    record Pipe(int at, boolean assigns, List<String> variables,
            List<Command> commands) implements Operand {

        static Pipe empty(int at) {
            return new Pipe(at, false, List.of(), List.of());
        }

        @Override
        public String source() {
            String names = variables.isEmpty() ? ""
                    : String.join(", ", variables) + (assigns ? " = " : " := ");
            return names
                    + commands.stream().map(Command::source).collect(Collectors.joining(" | "));
        }
    }

    record Command(int at, List<Operand> words) implements Place {
        @Override
        public String source() {
            return words.stream()
                    .map(word -> word instanceof Pipe ? "(" + word.source() + ")" : word.source())
                    .collect(Collectors.joining(" "));
        }
    }
}
