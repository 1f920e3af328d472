package dev.annealer.schedule;

import dev.annealer.document.Place;
import dev.annealer.document.SchedulerSpec;
import java.util.ArrayList;
import java.util.List;

/// A `ChainedScheduler`: only members whose learning rate is the base LR times a factor can be multiplied.
final class ChainCompiler {
    private static final String MEMBERS = "ConstantLR, LinearLR, StepLR, MultiStepLR, ExponentialLR, PolynomialLR, "
            + "MultiplicativeLR, or CosineAnnealingLR with eta_min 0";

    private final Fields fields;
    private final SchedulerCompiler schedulers;

    ChainCompiler(Fields fields, SchedulerCompiler schedulers) {
        this.fields = fields;
        this.schedulers = schedulers;
    }

    Scheduler compile(Parameters parameters, StageSpan span) {
        Place where = parameters.place("schedulers");
        List<SchedulerSpec> specs = parameters.members("schedulers");
        if (specs.isEmpty()) {
            fields.problem(where, "is empty", "give at least one scheduler");
        }
        var members = new ArrayList<Scheduler>();
        for (int i = 0; i < specs.size(); i++) {
            SchedulerSpec spec = specs.get(i);
            if (!spec.type().isFactor()) {
                fields.problem(
                        where.at(i),
                        spec.type().pytorchName() + " can't be multiplied with others",
                        "use " + MEMBERS);
                continue;
            }
            Scheduler member = schedulers.compile(spec, where.at(i), span);
            if (member instanceof CosineAnnealingLR cosine) {
                checkCosine(cosine, where.at(i), span);
            }
            members.add(member);
        }
        return new ChainedScheduler(members);
    }

    private void checkCosine(CosineAnnealingLR cosine, Place where, StageSpan span) {
        if (cosine.etaMin() != 0) {
            fields.problem(where.at("eta_min"), "a cosine that is multiplied can't have a floor", "leave eta_min at 0");
        }
        long lastStep = span.stepsInForce() - 1;
        if (cosine.tMax() < lastStep) {
            fields.problem(
                    where.at("T_max"),
                    cosine.tMax() + " is below the stage's last step, " + lastStep,
                    "leave T_max out, or make it at least " + lastStep);
        }
    }
}
