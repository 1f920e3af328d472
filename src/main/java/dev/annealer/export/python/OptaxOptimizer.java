package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Numbers;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// `build_optimizer` of a module of Optax, for the optimizers that Optax has.
final class OptaxOptimizer {
    private final Document document;
    private final Optimizer optimizer;
    private final Schedule schedule;
    private final boolean byGroup;
    private final boolean byEpoch;
    private final Lines lines;

    OptaxOptimizer(Document document, Schedule schedule, boolean byGroup, boolean byEpoch, Lines lines) {
        this.document = document;
        this.optimizer = document.optimizer();
        this.schedule = schedule;
        this.byGroup = byGroup;
        this.byEpoch = byEpoch;
        this.lines = lines;
    }

    /// The constants of the module that its optimizer needs.
    static String constants(Document document, String body) {
        var lines = new Lines();
        if (body.contains("ACCUMULATION")) {
            lines.add("ACCUMULATION = " + document.training().accumulation().count().orElseThrow() + "  # batches for each update");
        }
        if (body.contains("CLIP_GRAD_NORM")) {
            lines.add("CLIP_GRAD_NORM = " + PythonText.floatLiteral(document.training().clipGradNorm().number().orElseThrow()));
        }
        return lines.toString();
    }

    void write() {
        Optional<KnownOptimizer> known = KnownOptimizer.named(optimizer.type());
        if (known.isEmpty()) {
            return;
        }
        boolean several = !optimizer.groups().isEmpty();
        var parameters = new ArrayList<String>();
        if (several) {
            parameters.add("labels");
        }
        if (byEpoch) {
            parameters.add("updates_per_epoch: int");
        }
        lines.blank(2).add("def build_optimizer(" + String.join(", ", parameters) + ") -> optax.GradientTransformation:").indent();
        if (several) {
            lines.add("\"\"\"The labels are those of optax.multi_transform: a group's name for each parameter.\"\"\"");
            writeGroups(known.get());
        } else {
            lines.add("schedule = build_schedule(" + (byEpoch ? "updates_per_epoch=updates_per_epoch" : "") + ")");
            Call call = transform(known.get(), optimizer.weightDecay(), "schedule");
            write("transform = ", call, "");
        }
        if (!document.training().clipGradNorm().isBlank()) {
            lines.add("transform = optax.chain(optax.clip_by_global_norm(CLIP_GRAD_NORM), transform)");
        }
        if (document.training().accumulation().count().orElse(1) > 1) {
            lines.add("transform = optax.MultiSteps(transform, every_k_schedule=ACCUMULATION)");
        }
        lines.add("return transform").outdent();
    }

    private void writeGroups(KnownOptimizer known) {
        lines.add("transforms = {").indent();
        for (Group group : schedule.groups()) {
            ParamGroup own = optimizer.groups().get(group.index());
            var arguments = new ArrayList<String>(List.of(Numbers.format(group.baseLr())));
            if (byGroup) {
                arguments.add("group=" + group.index());
            }
            if (byEpoch) {
                arguments.add("updates_per_epoch=updates_per_epoch");
            }
            Input decay = own.weightDecay().isBlank() ? optimizer.weightDecay() : own.weightDecay();
            String call = "build_schedule(" + String.join(", ", arguments) + ")";
            Call transform = transform(known, decay, call);
            String key = PythonText.string(group.name()) + ": ";
            write(key, transform, ",");
        }
        lines.outdent().add("}").add("transform = optax.multi_transform(transforms, labels)");
    }

    /// Where Optax's optimizer has no weight decay of its own, it is added to the gradients, as PyTorch adds it.
    private Call transform(KnownOptimizer known, Input weightDecay, String schedule) {
        var arguments = new ArrayList<String>(List.of(schedule));
        if (known.momentum() == KnownOptimizer.Momentum.MOMENTUM && !optimizer.momentum().isBlank()) {
            arguments.add("momentum=" + number(optimizer.momentum()));
        }
        if (known == KnownOptimizer.SGD && Boolean.TRUE.equals(optimizer.nesterov())) {
            arguments.add("nesterov=True");
        }
        if (known.momentum() == KnownOptimizer.Momentum.BETAS && optimizer.betas() != null) {
            arguments.add("b1=" + number(optimizer.betas().first()));
            arguments.add("b2=" + number(optimizer.betas().second()));
        }
        boolean decoupled = known == KnownOptimizer.ADAMW || known == KnownOptimizer.LAMB || known == KnownOptimizer.LION;
        if (decoupled && !weightDecay.isBlank()) {
            arguments.add("weight_decay=" + number(weightDecay));
        }
        String function = "optax." + known.displayName().toLowerCase(Locale.ROOT);
        if (decoupled || weightDecay.number().orElse(0) == 0) {
            return new Call(function, arguments);
        }
        String added = "optax.add_decayed_weights(" + number(weightDecay) + ")";
        return new Call("optax.chain", List.of(added, new Call(function, arguments)));
    }

    /// @param arguments texts and calls
    private record Call(String function, List<?> arguments) {
        @Override
        public String toString() {
            return function + arguments.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    private void write(String before, Call call, String after) {
        String oneLine = before + call + after;
        if (lines.column() + oneLine.length() <= PythonText.WIDTH) {
            lines.add(oneLine);
            return;
        }
        lines.add(before + call.function() + "(").indent();
        for (Object argument : call.arguments()) {
            if (argument instanceof Call nested) {
                write("", nested, ",");
            } else {
                lines.add(argument + ",");
            }
        }
        lines.outdent().add(")" + after);
    }

    private static String number(Input input) {
        return Numbers.format(input.number().orElseThrow());
    }
}
