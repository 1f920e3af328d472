package dev.annealer.export.python;

import dev.annealer.document.Numbers;
import dev.annealer.document.StepUnit;
import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.schedule.LambdaLR;
import dev.annealer.schedule.LinearLR;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/// `TrainingArguments` and `get_scheduler` of Transformers, for the schedules that these have names for.
public final class HuggingFaceExporter implements Exporter {
    private static final About ABOUT = new About("huggingface", "Hugging Face", Language.PYTHON, ".py");
    private static final String INSTEAD = "export to PyTorch, and give a Trainer what that builds: "
            + "Trainer(optimizers=(optimizer, build_scheduler(optimizer)))";

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(ExportInput input) {
        Schedule schedule = input.schedule();
        List<PlacedStage> stages = schedule.stages().stream().filter(PlacedStage::isInForce).toList();
        if (schedule.cyclesMomentum()) {
            return refusal("its schedules leave the momentum alone, and this one cycles it");
        }
        if (stages.getLast().scheduler() instanceof ReduceLROnPlateau plateau) {
            return stages.size() > 1 || schedule.run().stepOn() == StepUnit.BATCH
                    ? refusal("its plateau stands alone and goes by an evaluation an epoch")
                    : new Export.Code(new HuggingFaceModule(input).write(plateau));
        }
        Optional<TransformersSchedule> found = new TransformersSearch(schedule).find();
        if (found.isEmpty()) {
            return refusal(whyNone(stages));
        }
        boolean level = found.get() instanceof TransformersSchedule.Constant constant && constant.warmup() == 0;
        if (schedule.run().stepOn() == StepUnit.EPOCH && !level) {
            return refusal("it goes on with every optimizer step, and this schedule with every epoch");
        }
        return new Export.Code(new HuggingFaceModule(input).write(found.get()));
    }

    private static Export refusal(String because) {
        return new Export.NotExpressible(because, INSTEAD);
    }

    /// What a person would change first.
    private static String whyNone(List<PlacedStage> stages) {
        if (stages.size() > 1 && stages.getFirst().scheduler() instanceof LinearLR(double start, double end, _) && start < end) {
            return "its warmups start from 0, and this one from " + Numbers.format(start) + " of the base LR";
        }
        return stages.stream()
                .map(stage -> stage.scheduler().getClass().getSimpleName())
                .filter(name -> List.of("OneCycleLR", "CyclicLR", "StepLR", "MultiStepLR", "ExponentialLR", "ChainedScheduler",
                                "MultiplicativeLR").contains(name))
                .findFirst()
                .map(name -> "it has no name for what " + name + " does")
                .orElse(stages.stream().anyMatch(stage -> stage.scheduler() instanceof LambdaLR)
                        ? "none of its schedules has the learning rates of this lr_lambda"
                        : "none of its schedules has these learning rates at every step");
    }
}
