package dev.annealer.recipe;

import static dev.annealer.document.Numbers.grouped;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.RateFactor;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.lint.rule.Rules;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.trace.WarmupSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Makes a recipe fit one's own run: lengths in proportion, learning rates by the batch, a warmup that stays one. The rules
/// are those of practice: linear scaling for SGD, and the warmup that the linter asks for with
/// large batches; the square root for adaptive optimizers, unless the recipe's authors scale it themselves.
public final class RecipeScaling {
    private static final String LARGE_BATCH = "large-batch-without-warmup";
    private static final long SHORTEST_RAMP = 3;
    /// No warmup is made to last longer than this part of the run.
    private static final long MOST_OF_RUN = 3;
    /// More than anyone tunes.
    private static final int DIGITS = 4;

    private final Recipe recipe;
    private final Target own;
    private final Target target;
    private final Schedule published;
    private final List<String> changes = new ArrayList<>();

    private RecipeScaling(Recipe recipe, Target target) {
        this.recipe = recipe;
        this.own = Target.of(recipe);
        this.target = target.orElse(own);
        this.published = ScheduleCompiler.compile(recipe.published()).compiled().orElseThrow();
    }

    /// @param target its numbers are at least 1
    public static Scaled scale(Recipe recipe, Target target) {
        return new RecipeScaling(recipe, target).scaled();
    }

    private Scaled scaled() {
        Training training = training();
        Document document = recipe.document().withTraining(training);
        long steps = steps(training);
        var ratio = new LengthRatio((double) steps / published.steps(), ratioOf(own.length(), target.length()));
        List<Stage> stages = document.schedule().stages().stream().map(ratio::stage).toList();
        describeLengths();
        document = batchScaled(document.withSchedule(document.schedule().withStages(stages)));
        if (WarmupSteps.ofStage(published, 0).isPresent()) {
            document = document.withSchedule(
                    document.schedule().withStages(rampKept(document.schedule().stages(), training, steps)));
        }
        document = warmedUp(document);
        if (!changes.isEmpty()) {
            document = document.withNotes(document.notes() + " Scaled: " + String.join(" ", changes));
        }
        return new Scaled(document, changes);
    }

    private Training training() {
        Training training = recipe.published().training();
        if (training.isSizedInSteps()) {
            training = training.withSteps(Input.of(target.length().orElseThrow()));
        } else {
            training = training.withEpochs(Input.of(target.length().orElseThrow()));
            if (target.samples().isPresent() && target.batchSize().isPresent()) {
                training = training.withStepsPerEpoch(
                        Input.of(Math.ceilDiv(target.samples().getAsLong(), target.batchSize().getAsLong())));
            }
        }
        if (batchChanges()) {
            // How a batch is gathered is another matter with another batch.
            training = training.withBatchSize(Input.of(target.batchSize().getAsLong())).withAccumulation(Input.NONE);
        }
        return training;
    }

    private boolean batchChanges() {
        return target.batchSize().isPresent() && !target.batchSize().equals(own.batchSize());
    }

    private long steps(Training training) {
        if (training.isSizedInSteps() || published.run().stepOn() == StepUnit.EPOCH) {
            return target.length().orElseThrow();
        }
        double steps = (double) target.length().orElseThrow() * training.stepsPerEpoch().count().orElseThrow();
        // More than that the compiler refuses, in words.
        return (long) Math.min(Numbers.MAX_COUNT, steps);
    }

    private static double ratioOf(OptionalLong from, OptionalLong to) {
        return (double) to.orElse(1) / from.orElse(1);
    }

    private void describeLengths() {
        String unit = recipe.published().training().isSizedInSteps() ? "steps" : "epochs";
        if (!own.length().equals(target.length())) {
            changes.add(grouped(own.length().orElseThrow()) + " to " + grouped(target.length().orElseThrow()) + " " + unit
                    + ": lengths, horizons and milestones in proportion.");
        }
        if (own.samples().isPresent() && !own.samples().equals(target.samples())) {
            changes.add(grouped(own.samples().orElseThrow()) + " to " + grouped(target.samples().orElseThrow())
                    + " samples an epoch: the steps of an epoch follow.");
        }
    }

    private Document batchScaled(Document document) {
        if (!batchChanges()) {
            return document;
        }
        if (own.batchSize().isEmpty()) {
            changes.add("The recipe names no batch in samples: its learning rates stay.");
            return document;
        }
        String type = document.optimizer().type();
        BatchRule rule = recipe.batchRule().orElseGet(() -> BatchRule.of(type));
        double factor = rule.factor(own.batchSize().getAsLong(), target.batchSize().getAsLong());
        changes.add("Batch " + grouped(own.batchSize().getAsLong()) + " to " + grouped(target.batchSize().getAsLong())
                + ": learning rates x " + Numbers.format(factor, DIGITS) + " by the " + rule.words() + " rule ("
                + (recipe.batchRule().isPresent() ? "as its authors scale it" : reason(rule, type)) + ").");
        return new RateFactor(factor, DIGITS).of(document);
    }

    private static String reason(BatchRule rule, String optimizer) {
        return switch (rule) {
            case LINEAR -> optimizer;
            case SQUARE_ROOT -> optimizer + " is adaptive";
        };
    }

    /// A published warmup that has become shorter than a ramp is made one again.
    private List<Stage> rampKept(List<Stage> stages, Training training, long steps) {
        boolean stepsPerBatch = published.run().stepOn() == StepUnit.BATCH;
        long stepsPerEpoch = stepsPerBatch ? training.stepsPerEpoch().count().orElse(0) : 1;
        Stage first = stages.getFirst();
        long length = steps(first.length(), stepsPerEpoch);
        long least = Math.clamp(steps / MOST_OF_RUN, 1, Math.min(SHORTEST_RAMP, WarmupSteps.of(published, 0)));
        if (length >= least) {
            return stages;
        }
        changes.add("Warmup of " + grouped(least) + " scheduler steps, not " + grouped(length) + ": a shorter one is a jump.");
        var changed = new ArrayList<>(stages);
        changed.set(0, first.withLength(Input.of(least)));
        return changed;
    }

    private static long steps(Input length, long stepsPerEpoch) {
        return length.count().orElseGet(() -> new Input(length.text().replace("ep", "")).count().orElse(0) * stepsPerEpoch);
    }

    /// A batch that has become large gets the warmup that the linter would ask for.
    private Document warmedUp(Document document) {
        if (!batchChanges()) {
            return document;
        }
        return ScheduleCompiler.compileWhole(document, Progress.NONE).compiled().stream()
                .flatMap(schedule -> Rules.LINTER.lint(document, schedule).findings().stream())
                .filter(finding -> finding.rule().equals(LARGE_BATCH))
                .flatMap(finding -> finding.fix().stream())
                .findFirst()
                .map(fix -> {
                    changes.add("For the large batch: " + fix.label() + ".");
                    return fix.edit().apply(document);
                })
                .orElse(document);
    }
}
