package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.ofSteps;
import static dev.annealer.testing.Documents.stage;
import static dev.annealer.testing.RuleCase.perBatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.lint.Severity;
import dev.annealer.testing.RuleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules about stages and their lengths. Learning rates are those of torch.optim.lr_scheduler.
class LengthRulesTest {
    private static final Stage WARMUP = stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.01");

    @Test
    void shortRun() {
        var rule = new RuleCase("schedule-short-run");
        Stage cosine = stage("", SchedulerType.COSINE_ANNEALING_LR);
        rule.fires(ofEpochs(9, WARMUP, cosine), Severity.INFO, "schedule.stages");
        rule.isSilent(ofEpochs(10, WARMUP, cosine));
        rule.isSilent(ofEpochs(9, cosine));
        rule.isSilent(ofEpochs(9, WARMUP.withEnabled(false), cosine));
        rule.isSilent(ofSteps(9, WARMUP, cosine));
    }

    private static Document lengths(long epochs, String first, String second) {
        return ofEpochs(
                epochs, WARMUP.withLength(new Input(first)), stage(second, SchedulerType.COSINE_ANNEALING_LR));
    }

    @Test
    void scheduleLength() {
        var rule = new RuleCase("schedule-length");
        rule.isSilent(lengths(100, "5", "95"));
        rule.isSilent(lengths(100, "5", ""));
        rule.isSilent(lengths(15, "10%", "90%"));
        rule.fires(lengths(100, "5", "94"), Severity.ERROR, "schedule.stages[1].length");
        rule.fires(lengths(100, "5", "96"), Severity.ERROR, "schedule.stages[1].length");
        rule.fires(
                lengths(100, "5", "85"),
                Severity.ERROR,
                "schedule.stages[1].length",
                "the stages take 90 steps together, the run has 100: stage 2 (CosineAnnealingLR) goes on for 10 steps past its"
                        + " length, at an LR of up to 0.00274");
        rule.fires(
                lengths(100, "5", "105"),
                Severity.ERROR,
                "schedule.stages[1].length",
                "the stages take 110 steps together, the run has 100: the last 10 steps are never reached, and the run ends at an"
                        + " LR of 0.00268");
    }

    @Test
    void scheduleLengthIsMendedByStretchingOrScaling() {
        var rule = new RuleCase("schedule-length");
        Document given = ofEpochs(100, WARMUP, stage("85", SchedulerType.COSINE_ANNEALING_LR, "T_max", "85"));
        assertThat(rule.fixed(given).schedule().stages()).containsExactly(WARMUP, stage("", SchedulerType.COSINE_ANNEALING_LR));
        Document far = ofEpochs(
                10,
                WARMUP,
                stage("55", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("25, 45")),
                stage("40", SchedulerType.CONSTANT_LR, "factor", "1"));
        assertThat(rule.fixed(far).schedule().stages())
                .containsExactly(
                        WARMUP.withLength(new Input("1")),
                        stage("6", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("3, 5")),
                        stage("", SchedulerType.CONSTANT_LR, "factor", "1"));
    }

    private static Document drops(String milestones) {
        return ofEpochs(100, stage("", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse(milestones)));
    }

    @Test
    void unreachableMilestones() {
        var rule = new RuleCase("unreachable");
        rule.isSilent(drops("30, 60, 99"));
        rule.fires(
                drops("30, 60, 100"),
                Severity.WARNING,
                "schedule.stages[0].milestones",
                "milestone 100 is never reached: the stage has 100 steps, counted from its start");
        assertThat(rule.fixed(drops("30, 60, 100"))).isEqualTo(drops("30, 60"));
        assertThat(rule.fixed(drops("150, 250"))).isEqualTo(drops("33, 66"));
    }

    @Test
    void unreachableSteps() {
        var rule = new RuleCase("unreachable");
        rule.isSilent(ofEpochs(90, stage("", SchedulerType.STEP_LR, "step_size", "89")));
        Document never = ofEpochs(90, stage("", SchedulerType.STEP_LR, "step_size", "90"));
        rule.fires(
                never,
                Severity.WARNING,
                "schedule.stages[0].step_size",
                "step_size is 90 and the stage has 90 steps: the LR never drops");
        assertThat(rule.fixed(never)).isEqualTo(ofEpochs(90, stage("", SchedulerType.STEP_LR, "step_size", "30")));
    }

    private static Document restarts(String t0, String tMult) {
        return ofEpochs(100, stage("", SchedulerType.COSINE_ANNEALING_WARM_RESTARTS, "T_0", t0, "T_mult", tMult));
    }

    @Test
    void unreachableCycles() {
        var rule = new RuleCase("unreachable");
        rule.isSilent(restarts("100", "1"));
        rule.isSilent(restarts("25", "1"));
        rule.fires(
                restarts("120", "1"),
                Severity.WARNING,
                "schedule.stages[0].T_0",
                "T_0 is 120 and the stage has 100 steps: its first cycle is cut off at an LR of 0.00737");
        assertThat(rule.fixed(restarts("120", "1"))).isEqualTo(restarts("100", "1"));
        rule.fires(
                restarts("10", "2"),
                Severity.INFO,
                "schedule.stages[0].T_0",
                "the last cycle would end at step 150 of a stage of 100: it is cut off at an LR of 0.0709");
        assertThat(rule.fixed(restarts("24", "1"))).isEqualTo(restarts("25", "1"));
        rule.isSilent(ofEpochs(70, restarts("10", "2").schedule().stages().getFirst()));
    }

    @Test
    void anUnreachableTriangle() {
        var rule = new RuleCase("unreachable");
        Document fits = ofEpochs(
                100, stage("", SchedulerType.CYCLIC_LR, "base_lr", "0.001", "max_lr", "0.1", "step_size_up", "50"));
        rule.isSilent(fits);
        Document cut = ofEpochs(
                100, stage("", SchedulerType.CYCLIC_LR, "base_lr", "0.001", "max_lr", "0.1", "step_size_up", "80"));
        rule.fires(
                cut,
                Severity.WARNING,
                "schedule.stages[0].step_size_up",
                "one cycle takes 160 steps and the stage has 100: it is cut off at an LR of 0.0765");
        rule.fixed(cut);
    }

    private static Document afterWarmup(long epochs, String warmup, String milestones) {
        return ofEpochs(
                epochs,
                WARMUP.withLength(new Input(warmup)),
                stage("", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse(milestones)));
    }

    @Test
    void shiftedMilestones() {
        var rule = new RuleCase("milestones-shifted");
        Document shifted = afterWarmup(100, "5", "30, 60, 90");
        rule.fires(
                shifted,
                Severity.WARNING,
                "schedule.stages[1].milestones",
                "milestones [30, 60, 90] count from the stage's start: the drops come at steps [35, 65, 95] of the run, 5 later"
                        + " than they read");
        assertThat(rule.fixed(shifted)).isEqualTo(afterWarmup(100, "5", "25, 55, 85"));
        rule.isSilent(ofEpochs(100, shifted.schedule().stages().get(1)));
    }

    @ParameterizedTest(name = "{1} after {0} of {2} epochs")
    @CsvSource({"5, '30, 60, 90', 100", "10, '150, 225', 300", "1, '16, 22', 26", "10, '200', 300", "5, '30, 60, 80', 90"})
    void shiftedMilestonesAreTold(String warmup, String milestones, long epochs) {
        new RuleCase("milestones-shifted").fixed(afterWarmup(epochs, warmup, milestones));
    }

    @ParameterizedTest(name = "{1} after {0} of {2} steps")
    @CsvSource({"1000, '59000, 79000', 90000", "2000, '167542, 188735', 211928", "10, '140, 215', 300", "5, '25, 55, 85', 100"})
    void milestonesThatAreCountedRightAreLeftAlone(String warmup, String milestones, long steps) {
        Document run = afterWarmup(steps, warmup, milestones);
        new RuleCase("milestones-shifted").isSilent(run);
    }

    @Test
    void shiftedMilestonesInBatches() {
        var rule = new RuleCase("milestones-shifted");
        Document run = perBatch(afterWarmup(100, "5ep", "11730, 23460, 35190"), 391);
        assertThat(rule.fixed(run)).isEqualTo(perBatch(afterWarmup(100, "5ep", "9775, 21505, 33235"), 391));
    }

    @Test
    void jumps() {
        var rule = new RuleCase("jump");
        Stage low = stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.01", "end_factor", "0.2");
        Stage cosine = stage("", SchedulerType.COSINE_ANNEALING_LR);
        Document up = ofEpochs(100, low, cosine);
        rule.fires(
                up,
                Severity.WARNING,
                "schedule.stages[1]",
                "the LR jumps 6.17x up at step 5, from 0.0162 to 0.1, where stage 2 (CosineAnnealingLR) begins");
        assertThat(rule.fixed(up).schedule().stages().getFirst())
                .isEqualTo(stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.01", "end_factor", "1"));
        Document down = ofEpochs(100, stage("50", SchedulerType.CONSTANT_LR, "factor", "1"),
                stage("", SchedulerType.LINEAR_LR, "start_factor", "0.1", "end_factor", "0.01"));
        rule.fires(down, Severity.WARNING, "schedule.stages[1]");
        rule.fixed(down);
        rule.hasNoFix(ofEpochs(100, stage("50", SchedulerType.COSINE_ANNEALING_LR), cosine));
        // From 0.1 * 0.5^49: 56295e9 times.
        Document fromNothing = ofEpochs(100, stage("50", SchedulerType.EXPONENTIAL_LR, "gamma", "0.5"), cosine);
        rule.fires(
                fromNothing,
                Severity.WARNING,
                "schedule.stages[1]",
                "the LR jumps up at step 50, from 1.78e-16 to 0.1, where stage 2 (CosineAnnealingLR) begins");
    }

    @Test
    void aJumpOfTwoIsNone() {
        var rule = new RuleCase("jump");
        Stage before = stage("50", SchedulerType.CONSTANT_LR, "factor", "1");
        rule.isSilent(ofEpochs(100, before, stage("", SchedulerType.CONSTANT_LR, "factor", "0.5")));
        rule.fires(
                ofEpochs(100, before, stage("", SchedulerType.CONSTANT_LR, "factor", "0.49")),
                Severity.WARNING,
                "schedule.stages[1]");
        rule.isSilent(ofEpochs(100, stage("50", SchedulerType.STEP_LR, "step_size", "20"), before.withLength(Input.NONE)));
        rule.isSilent(ofEpochs(100, stage("50", SchedulerType.COSINE_ANNEALING_LR),
                stage("", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("20"))));
    }
}
