package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.stage;
import static dev.annealer.testing.RuleCase.batch;
import static dev.annealer.testing.RuleCase.perBatch;
import static dev.annealer.testing.RuleCase.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Value;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Findings;
import dev.annealer.testing.RuleCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepUnitMismatchTest {
    private static final RuleCase RULE = new RuleCase("step-unit-mismatch");

    private static Document hundredEpochsOf391(Stage... stages) {
        return perBatch(ofEpochs(100, stages), 391);
    }

    private static Document perEpoch(Document document) {
        return document.withSchedule(document.schedule().withStepOn(StepUnit.EPOCH));
    }

    @Test
    void aTMaxOfAllEpochsWhileSteppingPerBatch() {
        Document run = hundredEpochsOf391(stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "100"));
        Finding finding = RULE.fires(
                run,
                Severity.ERROR,
                "schedule.stages[0].T_max",
                "T_max 100 counts epochs, but the scheduler steps once a batch: the LR hits its floor, 0, at step 100 of 39100,"
                        + " in epoch 1");
        assertThat(finding.fix()).isPresent();
        assertThat(Findings.rules(run)).doesNotContain("horizon-mismatch");
        assertThat(RULE.fixed(run)).isEqualTo(perEpoch(run));
    }

    @Test
    void aTMaxNextToTheEpochsIsAnotherMistake() {
        for (String tMax : List.of("99", "101", "39100")) {
            RULE.isSilent(hundredEpochsOf391(stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", tMax)));
        }
        RULE.isSilent(ofEpochs(100, stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "100")));
    }

    @Test
    void theEpochsLessTheWarmup() {
        Document run = hundredEpochsOf391(
                stage("5ep", SchedulerType.LINEAR_LR, "start_factor", "0.01"),
                stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "95"));
        RULE.fires(run, Severity.ERROR, "schedule.stages[1].T_max");
        assertThat(Findings.report(RULE.fixed(run)).findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);

        Document warmupInBatches = hundredEpochsOf391(
                stage("1955", SchedulerType.LINEAR_LR, "start_factor", "0.01"),
                stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "95"));
        assertThat(RULE.fixed(warmupInBatches).schedule().stages().get(1))
                .isEqualTo(stage("", SchedulerType.COSINE_ANNEALING_LR));
    }

    @Test
    void batchesWhileSteppingPerEpoch() {
        Document run = perEpoch(hundredEpochsOf391(stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "39100")));
        RULE.fires(
                run,
                Severity.ERROR,
                "schedule.stages[0].T_max",
                "T_max 39100 counts batches, but the scheduler steps once an epoch: its floor lies at step 39100 of a run of 100,"
                        + " which ends at an LR of 0.1");
        assertThat(RULE.fixed(run).schedule().stepOn()).isEqualTo(StepUnit.BATCH);
        Document unknown = training(run, training -> training.withStepsPerEpoch(Input.NONE));
        RULE.isSilent(unknown);
        assertThat(Findings.rules(unknown)).contains("horizon-mismatch");
    }

    @Test
    void milestonesAndStepSizesInEpochs() {
        Document milestones =
                hundredEpochsOf391(stage("", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("30, 60, 90")));
        RULE.fires(milestones, Severity.ERROR, "schedule.stages[0].milestones");
        assertThat(RULE.fixed(milestones)).isEqualTo(perEpoch(milestones));
        RULE.isSilent(hundredEpochsOf391(
                stage("", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("11730, 23460, 35190"))));

        RULE.fires(
                hundredEpochsOf391(stage("", SchedulerType.STEP_LR, "step_size", "30")),
                Severity.ERROR,
                "schedule.stages[0].step_size");
        RULE.isSilent(hundredEpochsOf391(stage("", SchedulerType.STEP_LR, "step_size", "100", "gamma", "0.99")));
        RULE.isSilent(hundredEpochsOf391(stage("", SchedulerType.STEP_LR, "step_size", "11730")));
    }

    @Test
    void lengthsThatAddUpToTheOtherUnit() {
        Document run = hundredEpochsOf391(
                stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.01"), stage("95", SchedulerType.COSINE_ANNEALING_LR));
        RULE.fires(run, Severity.ERROR, "schedule.step_on");
        assertThat(RULE.fixed(run)).isEqualTo(perEpoch(run));
        RULE.isSilent(perEpoch(run));
    }
}
