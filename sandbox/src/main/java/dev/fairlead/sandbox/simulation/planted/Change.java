package dev.fairlead.sandbox.simulation.planted;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** What becomes of a method. */
public sealed interface Change {

    /** The package of the loop. */
    String LOOP = "dev.fairlead.orchestrator.loop.";

    /** A void method does nothing. */
    record Empty() implements Change {}

    /** A method gives a constant, 0 meaning no and 1 yes. */
    record Returns(int value) implements Change {}

    /** The first call of a method that gives yes or no is answered by a constant instead. */
    record Answers(String call, int value) implements Change {}

    /** The first call of a method whose result is not used, or is the callee, is left out. */
    record Without(String call) implements Change {}

    /** The number that the first call of a method gives is one too high. */
    record OneMore(String call) implements Change {}

    /** The first call of a method that gives a duration gives none. */
    record NoTime(String call) implements Change {}

    /** The first two long numbers that the method compares count as equal. */
    record Equal() implements Change {}

    /** What the method has read counts as read before anything is made of it. */
    record ReadFirst() implements Change {}

    /** The static constants that the method reads are all this one of the same class. */
    record Constant(String field) implements Change {}

    /** As a transformation of code; for one method. */
    default CodeTransform transform() {
        return switch (this) {
            case Empty _ -> body(CodeBuilder::return_);
            case Returns(int value) -> body(code -> code.loadConstant(value).ireturn());
            case Answers(String call, int value) -> first(call, (code, invoke) -> {
                drop(code, invoke);
                code.loadConstant(value);
            });
            case Without(String call) -> first(call, Change::leaveOut);
            case OneMore(String call) -> first(call,
                    (code, invoke) -> code.with(invoke).iconst_1().iadd());
            case NoTime(String call) -> first(call, (code, invoke) -> {
                drop(code, invoke);
                ClassDesc duration = invoke.typeSymbol().returnType();
                code.getstatic(duration, "ZERO", duration);
            });
            case Equal _ -> equal();
            case ReadFirst _ -> first("poll", Change::offsets);
            case Constant(String field) -> (code, element) -> {
                if (element instanceof FieldInstruction read
                        && read.owner().asSymbol().equals(read.typeSymbol())) {
                    code.getstatic(read.owner().asSymbol(), field, read.typeSymbol());
                } else {
                    code.with(element);
                }
            };
        };
    }

    private static CodeTransform body(java.util.function.Consumer<CodeBuilder> body) {
        return new CodeTransform() {
            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                // Nothing of what was there is kept.
            }

            @Override
            public void atEnd(CodeBuilder code) {
                body.accept(code);
            }
        };
    }

    private static CodeTransform equal() {
        return CodeTransform.ofStateful(() -> {
            boolean[] done = new boolean[1];
            return (code, element) -> {
                if (!done[0] && element instanceof OperatorInstruction operator
                        && operator.opcode() == Opcode.LCMP) {
                    done[0] = true;
                    code.pop2().pop2().iconst_0();
                } else {
                    code.with(element);
                }
            };
        });
    }

    /** As in {@code commit(newRound(), outside.intake().positions())}. */
    private static void offsets(CodeBuilder code, InvokeInstruction poll) {
        ClassDesc term = ClassDesc.of(LOOP + "Term");
        ClassDesc round = ClassDesc.of(LOOP + "Round");
        ClassDesc outside = ClassDesc.of(LOOP + "Outside");
        ClassDesc intake = ClassDesc.of(LOOP + "Intake");
        ClassDesc list = ClassDesc.of("java.util.List");
        code.with(poll)
                .aload(0)
                .aload(0)
                .invokevirtual(term, "newRound", MethodTypeDesc.of(round))
                .aload(0)
                .getfield(term, "outside", outside)
                .invokevirtual(outside, "intake", MethodTypeDesc.of(intake))
                .invokeinterface(intake, "positions", MethodTypeDesc.of(list))
                .invokevirtual(term, "commit",
                        MethodTypeDesc.of(ConstantDescs.CD_void, round, list));
    }

    private static CodeTransform first(String call,
            java.util.function.BiConsumer<CodeBuilder, InvokeInstruction> instead) {
        return CodeTransform.ofStateful(() -> {
            boolean[] done = new boolean[1];
            return (code, element) -> {
                if (!done[0] && element instanceof InvokeInstruction invoke
                        && invoke.name().equalsString(call)) {
                    done[0] = true;
                    instead.accept(code, invoke);
                } else {
                    code.with(element);
                }
            };
        });
    }

    /** Takes the arguments, and what was called, off the stack. */
    private static void drop(CodeBuilder code, InvokeInstruction invoke) {
        arguments(code, invoke.typeSymbol().parameterList());
        if (invoke.opcode() != Opcode.INVOKESTATIC) {
            code.pop();
        }
    }

    /** A fluent call leaves what it was called on; a void one leaves nothing. */
    private static void leaveOut(CodeBuilder code, InvokeInstruction invoke) {
        MethodTypeDesc type = invoke.typeSymbol();
        ClassDesc owner = invoke.owner().asSymbol();
        arguments(code, type.parameterList());
        if (type.returnType().equals(ConstantDescs.CD_void)) {
            code.pop();
        } else if (!type.returnType().equals(owner)) {
            throw new IllegalArgumentException("Expected a fluent or void call, but got "
                    + owner.displayName() + "." + invoke.name());
        }
    }

    private static void arguments(CodeBuilder code, List<ClassDesc> types) {
        for (ClassDesc type : types.reversed()) {
            if (TypeKind.from(type).slotSize() == 2) {
                code.pop2();
            } else {
                code.pop();
            }
        }
    }
}
