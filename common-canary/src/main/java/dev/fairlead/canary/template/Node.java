package dev.fairlead.canary.template;

import java.util.List;

import dev.fairlead.canary.go.GoText;

/** What a template is made of; {@code at} is the offset in the source. */
sealed interface Node {

    int at();

    record Text(int at, String text) implements Node {}

    record Action(int at, Operand.Pipe pipe) implements Node {}

    record If(int at, Operand.Pipe pipe, List<Node> then, List<Node> otherwise) implements Node {}

    record With(int at, Operand.Pipe pipe, List<Node> then, List<Node> otherwise) implements Node {}

    record Range(int at, Operand.Pipe pipe, List<Node> each,
            List<Node> otherwise) implements Node {}

    /** The pipe is without commands when none is given. */
    record Call(int at, String template, Operand.Pipe pipe) implements Node, Place {
        @Override
        public String source() {
            String data = pipe.commands().isEmpty() ? "" : " " + pipe.source();
            return "{{template " + GoText.quote(template) + data + "}}";
        }
    }

    record Break(int at) implements Node {}

    record Continue(int at) implements Node {}
}
