package dev.annealer.export.python;

import dev.annealer.export.target.Lines;
import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.LambdaLR;
import dev.annealer.schedule.MultiplicativeLR;
import dev.annealer.schedule.expression.Expression;

/// The lambdas of a document as functions of a module.
final class Lambdas {
    private final Lines lines;

    Lambdas(Lines lines) {
        this.lines = lines;
    }

    void write(StageCode code) {
        switch (code.stage().scheduler()) {
            case LambdaLR lambda -> write(code.lambda(), lambda.lambda());
            case MultiplicativeLR multiplicative -> write(code.lambda(), multiplicative.lambda());
            case ChainedScheduler chained -> {
                for (int i = 0; i < chained.members().size(); i++) {
                    if (chained.members().get(i) instanceof MultiplicativeLR member) {
                        write(ClosedForms.memberName(code, i) + "_factor", member.lambda());
                    }
                }
            }
            default -> { }
        }
    }

    private void write(String name, Expression lambda) {
        lines.blank(2).add("def " + name + "(step: int) -> float:").indent();
        lambda.constants().forEach((constant, value) -> lines.add(constant + " = " + PythonText.number(value)));
        PythonReturn.write(lines, lambda.root());
        lines.outdent();
    }
}
