package dev.annealer.schedule;

import dev.annealer.progress.Progress;
import static dev.annealer.document.SchedulerType.CHAINED_SCHEDULER;
import static dev.annealer.document.SchedulerType.CONSTANT_LR;
import static dev.annealer.document.SchedulerType.COSINE_ANNEALING_LR;
import static dev.annealer.document.SchedulerType.COSINE_ANNEALING_WARM_RESTARTS;
import static dev.annealer.document.SchedulerType.CYCLIC_LR;
import static dev.annealer.document.SchedulerType.EXPONENTIAL_LR;
import static dev.annealer.document.SchedulerType.LINEAR_LR;
import static dev.annealer.document.SchedulerType.MULTI_STEP_LR;
import static dev.annealer.document.SchedulerType.ONE_CYCLE_LR;
import static dev.annealer.document.SchedulerType.REDUCE_LR_ON_PLATEAU;
import static dev.annealer.document.SchedulerType.STEP_LR;
import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.ofSteps;
import static dev.annealer.testing.Documents.scheduler;
import static dev.annealer.testing.Documents.stage;
import static dev.annealer.testing.Documents.withGroups;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Metric;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.Problem;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Series;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.document.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleCompilerTest {
    private static Schedule compiled(Document document) {
        Compilation compilation = ScheduleCompiler.compile(document);
        assertThat(compilation.problems()).isEmpty();
        return compilation.compiled().orElseThrow();
    }

    private static Document warmupThenCosine(long steps, String warmup) {
        return ofSteps(steps, stage(warmup, LINEAR_LR), stage("", COSINE_ANNEALING_LR));
    }

    @Test
    void stagesFollowEachOtherAndTheLastTakesTheRest() {
        Schedule schedule = compiled(warmupThenCosine(1000, "100"));

        assertThat(schedule.stages()).extracting(PlacedStage::start).containsExactly(0L, 100L);
        assertThat(schedule.stages()).extracting(PlacedStage::length).containsExactly(100L, 900L);
        assertThat(schedule.stageAt(99).index()).isEqualTo(0);
        assertThat(schedule.stageAt(100).index()).isEqualTo(1);
        assertThat(schedule.at(100, 0)).isEqualTo(0.1);
    }

    @ParameterizedTest(name = "{0} of {1} steps is {2}")
    @MethodSource
    void percentagesRoundHalfUpInExactDecimals(String length, long steps, long expected) {
        Schedule schedule = compiled(ofSteps(steps, stage(length, LINEAR_LR), stage("1", COSINE_ANNEALING_LR)));
        assertThat(schedule.stages().getFirst().length()).isEqualTo(expected);
    }

    static Stream<Arguments> percentagesRoundHalfUpInExactDecimals() {
        return Stream.of(
                Arguments.of("10%", 1000, 100),
                Arguments.of("0.5%", 100, 1),
                Arguments.of("2.5%", 100, 3),
                Arguments.of("12.5%", 20, 3),
                Arguments.of("0.29%", 10_000, 29),
                Arguments.of("100%", 7, 7),
                // 1.15 is a little less in binary; as a decimal it rounds up.
                Arguments.of("1.15%", 1000, 12));
    }

    @Test
    void epochsBecomeStepsOfTheUnit() {
        var stages = List.of(stage("5ep", LINEAR_LR), stage("", COSINE_ANNEALING_LR));
        Document perEpoch = ofEpochs(90, stages.get(0), stages.get(1));
        Document perBatch = perEpoch
                .withTraining(perEpoch.training().withStepsPerEpoch(Input.of(1251L)))
                .withSchedule(perEpoch.schedule().withStepOn(StepUnit.BATCH));

        assertThat(compiled(perEpoch).stages().getFirst().length()).isEqualTo(5);
        assertThat(compiled(perBatch).stages().getFirst().length()).isEqualTo(6255);
        assertThat(compiled(perBatch).steps()).isEqualTo(112_590);
    }

    @Test
    void disabledStagesAreSkippedAsIfTheyWereNotThere() {
        Document with = ofSteps(
                100,
                stage("10", LINEAR_LR),
                stage("40", STEP_LR).withEnabled(false),
                stage("", COSINE_ANNEALING_LR),
                stage("5", ONE_CYCLE_LR).withEnabled(false));
        Document without = ofSteps(100, stage("10", LINEAR_LR), stage("", COSINE_ANNEALING_LR));

        assertThat(compiled(with).stages()).extracting(PlacedStage::index).containsExactly(0, 2);
        for (long t = 0; t < 100; t++) {
            assertThat(compiled(with).at(t, 0)).isEqualTo(compiled(without).at(t, 0));
        }
    }

    @Test
    void theLastStageGoesOnPastItsLength() {
        Schedule schedule = compiled(ofSteps(100, stage("10", COSINE_ANNEALING_LR)));

        // It rises again: at step 20 the cosine of T_max 10 is back at its top.
        assertThat(schedule.at(20, 0)).isEqualTo(0.1);
    }

    @Test
    void momentumIsTheOptimizersWhereNoSchedulerDrivesIt() {
        Schedule sgd = compiled(ofSteps(10, stage("5", LINEAR_LR), stage("5", ONE_CYCLE_LR, "max_lr", "1")));
        assertThat(sgd.momentum(0)).hasValue(0.9);
        assertThat(sgd.momentum(5)).hasValue(0.95);

        Document adagrad = ofSteps(10, stage("", ONE_CYCLE_LR, "max_lr", "1"))
                .withOptimizer(Optimizer.of("Adagrad", Input.of(0.1)));
        assertThat(compiled(adagrad).momentum(0)).isEmpty();
        assertThat(compiled(adagrad).cyclesMomentum()).isFalse();
    }

    @Test
    void plateauIgnoresTheMetricBeforeItsStart() {
        var metric = new Metric(
                "loss", Series.of(0.001, 0.001, 5, 5, 5, 5));
        Document document = ofSteps(
                        6, stage("2", CONSTANT_LR), stage("", REDUCE_LR_ON_PLATEAU, "patience", "0", "factor", "0.5"))
                .withMetric(metric);

        // At steps 2 and 3 nothing is known; 5 after 5 is no improvement.
        assertThat(compiled(document).at(3, 0)).isEqualTo(0.1);
        assertThat(compiled(document).at(4, 0)).isEqualTo(0.05);
        assertThat(compiled(document).at(5, 0)).isEqualTo(0.025);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void refusesWithThePlace(String what, Document document, String problem) {
        assertThat(ScheduleCompiler.compileWhole(document, Progress.NONE).problems())
                .extracting(Problem::toString)
                .containsExactly(problem);
    }

    static Stream<Arguments> refusesWithThePlace() {
        Document fine = ofEpochs(100, stage("", COSINE_ANNEALING_LR));
        return Stream.of(
                refused("T_max 0", ofEpochs(100, stage("", COSINE_ANNEALING_LR, "T_max", "0")),
                        "schedule.stages[0].T_max: 0 is below 1; give a whole number of at least 1"),
                refused("half-typed lr", fine.withOptimizer(Optimizer.of("SGD", new Input("3e-"))),
                        "optimizer.lr: `3e-` is not a number; write it like 0.1, 3e-4 or 1/3"),
                refused("negative lr", fine.withOptimizer(Optimizer.of("SGD", new Input("-0.1"))),
                        "optimizer.lr: -0.1 is out of range; it must be at least 0"),
                refused("overflow", fine.withOptimizer(Optimizer.of("SGD", new Input("1e400"))),
                        "optimizer.lr: 1e400 is too large; give a number that is at least 0"),
                refused("no epochs", fine.withTraining(Training.EMPTY),
                        "training.epochs: is missing; give a whole number of at least 1"),
                refused("fraction of an epoch", fine.withTraining(Training.EMPTY.withEpochs(new Input("1.5"))),
                        "training.epochs: 1.5 is not a whole number; give a whole number of at least 1"),
                refused("start_factor 0", ofEpochs(10, stage("", LINEAR_LR, "start_factor", "0")),
                        "schedule.stages[0].start_factor: 0 is out of range; it must be in (0, 1]"),
                refused("end_factor 2", ofEpochs(10, stage("", LINEAR_LR, "end_factor", "2")),
                        "schedule.stages[0].end_factor: 2 is out of range; it must be in [0, 1]"),
                refused("plateau factor 1", ofEpochs(10, stage("", REDUCE_LR_ON_PLATEAU, "factor", "1")),
                        "schedule.stages[0].factor: 1 is out of range; it must be below 1"),
                refused("T_mult 0", ofEpochs(10, stage("", COSINE_ANNEALING_WARM_RESTARTS, "T_0", "5", "T_mult", "0")),
                        "schedule.stages[0].T_mult: 0 is below 1; give a whole number of at least 1"),
                refused("pct_start * total_steps = 1",
                        ofEpochs(10, stage("", ONE_CYCLE_LR, "max_lr", "1", "pct_start", "0.1")),
                        "schedule.stages[0].pct_start: pct_start * total_steps is exactly 1, where PyTorch divides by zero; "
                                + "change pct_start a little, or total_steps"),
                refused("max_lr for three groups",
                        withGroups(ofEpochs(10, stage("", ONE_CYCLE_LR, "max_lr", Value.Inputs.parse("1,2,3"))), 1, 2),
                        "schedule.stages[0].max_lr: has 3 values for 2 param groups; "
                                + "give one number, or one for each param group"),
                refused("unknown mode",
                        ofEpochs(10, stage("", CYCLIC_LR, "base_lr", "0", "max_lr", "1", "mode", "square")),
                        "schedule.stages[0].mode: `square` is none of its options; "
                                + "use one of triangular, triangular2, exp_range"),
                refused("milestone", ofEpochs(10, stage("", MULTI_STEP_LR, "milestones", Value.Inputs.parse("3, -1"))),
                        "schedule.stages[0].milestones[1]: -1 is below 0; give a whole number of at least 0"),
                refused("no stage", ofEpochs(10),
                        "schedule.stages: is empty; add a stage such as {\"scheduler\": \"CosineAnnealingLR\"}"),
                refused("length in the middle",
                        ofEpochs(10, stage("", LINEAR_LR), stage("", COSINE_ANNEALING_LR)),
                        "schedule.stages[0].length: is missing; only the last stage may leave it out"),
                refused("nothing left", ofEpochs(10, stage("10", LINEAR_LR), stage("", COSINE_ANNEALING_LR)),
                        "schedule.stages[1].length: nothing is left for this stage: those before it take 10 of 10 steps; "
                                + "shorten a stage before it, or give it a length"),
                refused("0 %", ofEpochs(10, stage("0%", LINEAR_LR)),
                        "schedule.stages[0].length: 0% is out of range; a share of the run is above 0% and at most 100%"),
                refused("a share of nothing", ofEpochs(10, stage("1%", LINEAR_LR)),
                        "schedule.stages[0].length: 1% of this run is less than one scheduler step; make the stage longer"),
                refused("epochs of a run in steps", ofSteps(10, stage("2ep", LINEAR_LR)),
                        "schedule.stages[0].length: 2ep has no meaning in a run sized in steps; "
                                + "give steps or a percentage"),
                refused("half a step", ofEpochs(10, stage("2.5ep", LINEAR_LR)),
                        "schedule.stages[0].length: 2.5ep is 2.5 scheduler steps, not a whole number; "
                                + "give whole epochs, or steps"),
                refused("no length at all", ofEpochs(10, stage("soon", LINEAR_LR)),
                        "schedule.stages[0].length: `soon` is not a length; "
                                + "write steps like 500, a share of the run like \"10%\", or epochs like \"5ep\""),
                refused("plateau in the middle",
                        ofEpochs(10, stage("5", REDUCE_LR_ON_PLATEAU), stage("", COSINE_ANNEALING_LR)),
                        "schedule.stages[0]: ReduceLROnPlateau has no end; make it the last stage"),
                refused("a member that is no factor", chained(scheduler(ONE_CYCLE_LR, "max_lr", "1")),
                        "schedule.stages[0].schedulers[0]: OneCycleLR can't be multiplied with others; use ConstantLR, "
                                + "LinearLR, StepLR, MultiStepLR, ExponentialLR, PolynomialLR, MultiplicativeLR, or "
                                + "CosineAnnealingLR with eta_min 0"),
                refused("a member's floor", chained(scheduler(COSINE_ANNEALING_LR, "eta_min", "0.1")),
                        "schedule.stages[0].schedulers[0].eta_min: a cosine that is multiplied can't have a floor; "
                                + "leave eta_min at 0"),
                refused("a member that rises again", chained(scheduler(COSINE_ANNEALING_LR, "T_max", "8")),
                        "schedule.stages[0].schedulers[0].T_max: 8 is below the stage's last step, 9; "
                                + "leave T_max out, or make it at least 9"),
                refused("overflowing growth", ofEpochs(2000, stage("", EXPONENTIAL_LR, "gamma", "2")),
                        "schedule.stages[0]: the learning rate is not finite at step 1999; "
                                + "make its growth slower or the stage shorter"),
                refused("below zero past the horizon",
                        ofEpochs(20, stage("", ONE_CYCLE_LR, "max_lr", "1", "total_steps", "10", "anneal_strategy", "linear")),
                        "schedule.stages[0]: the learning rate is negative (-1.429) at step 19; "
                                + "end the stage earlier, or lengthen its horizon"),
                refused("nameless groups",
                        fine.withOptimizer(fine.optimizer().withGroups(List.of(new ParamGroup("", Input.of(1.0), Input.NONE)))),
                        "optimizer.param_groups[0].name: is missing; name the group, for example \"backbone\""),
                refused("nesterov without momentum",
                        fine.withOptimizer(Optimizer.of("SGD", Input.of(1.0)).withNesterov(true)),
                        "optimizer.nesterov: Nesterov momentum needs a momentum; "
                                + "set optimizer.momentum above 0, or switch nesterov off"),
                refused("betas", fine.withOptimizer(Optimizer.of("Adam", Input.of(1.0))
                                .withBetas(new Optimizer.Betas(Input.of(1.0), Input.of(0.9)))),
                        "optimizer.betas[0]: 1 is out of range; it must be in [0, 1)"),
                refused("epochs of a run in steps", fine.withTraining(Training.EMPTY.withSteps(Input.of(5L))),
                        "schedule.step_on: a run sized in steps has no epochs to step on; "
                                + "use \"batch\", or give training.epochs in place of training.steps"));
    }

    private static Document chained(SchedulerSpec member) {
        return ofEpochs(10, stage("", CHAINED_SCHEDULER, "schedulers", new Value.Members(List.of(member))));
    }

    private static Arguments refused(String what, Document document, String problem) {
        return Arguments.of(what, document, problem);
    }
}
