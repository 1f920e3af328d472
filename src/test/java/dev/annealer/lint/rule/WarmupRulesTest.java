package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.ofSteps;
import static dev.annealer.testing.Documents.stage;
import static dev.annealer.testing.RuleCase.batch;
import static dev.annealer.testing.RuleCase.optimizer;
import static dev.annealer.testing.RuleCase.perBatch;
import static dev.annealer.testing.RuleCase.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Findings;
import dev.annealer.testing.RuleCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules about how a run starts.
class WarmupRulesTest {
    private static final Stage COSINE = stage("", SchedulerType.COSINE_ANNEALING_LR);

    private static Stage warmup(String length) {
        return stage(length, SchedulerType.LINEAR_LR, "start_factor", "0.01");
    }

    @Test
    void largeBatchWithoutWarmup() {
        var rule = new RuleCase("large-batch-without-warmup");
        Document run = ofEpochs(100, COSINE);
        rule.isSilent(run);
        rule.isSilent(batch(run, 512));
        rule.fires(
                batch(run, 513),
                Severity.WARNING,
                "schedule.stages[0]",
                "the batch is 513 and the LR starts at 0.1, without a warmup");
        rule.fires(batch(run, 1024), Severity.WARNING, "schedule.stages[0]");
        rule.fires(batch(run, 1025), Severity.ERROR, "schedule.stages[0]");
        rule.isSilent(batch(ofEpochs(100, warmup("1"), COSINE), 4096));
        assertThat(rule.fixed(batch(run, 1025)).schedule().stages()).containsExactly(warmup("5"), COSINE);
        assertThat(rule.fixed(batch(run, 5000)).schedule().stages()).containsExactly(warmup("10"), COSINE);
    }

    @Test
    void evenDropsStayWhereTheyWereBehindAnAddedWarmup() {
        var rule = new RuleCase("large-batch-without-warmup");
        Document run = batch(ofEpochs(90, stage("", SchedulerType.STEP_LR, "step_size", "30", "gamma", "0.2")), 1024);
        assertThat(rule.fixed(run).schedule().stages())
                .containsExactly(
                        warmup("5"),
                        stage("", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("25, 55"), "gamma", "0.2"));
        // Nobody reads a list of 89 drops.
        Stage everyEpoch = stage("", SchedulerType.STEP_LR, "step_size", "1", "gamma", "0.95");
        assertThat(rule.fixed(batch(ofEpochs(90, everyEpoch), 1024)).schedule().stages()).containsExactly(warmup("5"), everyEpoch);
    }

    @Test
    void hugeBatchWithAShortWarmup() {
        var rule = new RuleCase("large-batch-without-warmup");
        rule.isSilent(batch(ofEpochs(100, warmup("9"), COSINE), 4096));
        rule.fires(
                batch(ofEpochs(100, warmup("9"), COSINE), 4097),
                Severity.ERROR,
                "schedule.stages[0]",
                "the batch is 4097 and the warmup takes 9 epochs; above 4096 it needs 10 epochs");
        rule.isSilent(batch(ofEpochs(100, warmup("10"), COSINE), 4097));
        rule.isSilent(batch(ofSteps(1000, warmup("10"), COSINE), 4097));
        rule.isSilent(batch(perBatch(ofEpochs(1, warmup("10"), COSINE), 100), 8192));
        assertThat(rule.fixed(batch(ofEpochs(100, warmup("9"), COSINE), 4097)).schedule().stages())
                .containsExactly(warmup("10"), COSINE);
    }

    @Test
    void highLrWithoutWarmup() {
        var rule = new RuleCase("high-lr-without-warmup");
        Document run = ofEpochs(20, COSINE);
        rule.isSilent(optimizer(run, "AdamW", 1e-3));
        rule.fires(
                optimizer(run, "AdamW", 1.1e-3),
                Severity.WARNING,
                "schedule.stages[0]",
                "the LR peaks at 0.0011 with AdamW and starts at 0.0011: above 1e-3 it needs a warmup");
        for (String adamLike : List.of("Adam", "NAdam", "RAdam", "LAMB", "Lion")) {
            assertThat(Findings.of(rule.rule(), optimizer(run, adamLike, 0.01))).hasSize(1);
        }
        rule.isSilent(optimizer(run, "SGD", 1));
        rule.isSilent(optimizer(run, "Adagrad", 1));
        rule.isSilent(training(optimizer(run, "AdamW", 0.01), training -> training.withFromPretrained(true)));
        rule.isSilent(optimizer(ofEpochs(20, warmup("3"), COSINE), "AdamW", 0.01));
        assertThat(rule.fixed(optimizer(run, "AdamW", 0.01)).schedule().stages()).containsExactly(warmup("3"), COSINE);
    }

    @Test
    void aTransformerSilencesTheOtherMissingWarmups() {
        Document run = batch(optimizer(ofEpochs(20, COSINE), "AdamW", 0.01), 2048);
        assertThat(Findings.rules(run)).contains("large-batch-without-warmup", "high-lr-without-warmup");
        Document transformer = training(run, training -> training.withArchitecture(Architecture.LANGUAGE_TRANSFORMER));
        assertThat(Findings.rules(transformer)).containsExactly("transformer-without-warmup");
    }

    @ParameterizedTest(name = "{0} of 100 epochs, {1}: {2}")
    @CsvSource({
        "4, , true", "5, , false", "10, , false", "11, , true",
        "4, VISION_TRANSFORMER, true", "5, VISION_TRANSFORMER, false", "20, LANGUAGE_TRANSFORMER, false",
        "21, LANGUAGE_TRANSFORMER, true", "2, SMALL, true", "3, SMALL, false", "11, SMALL, true", "4, CNN, true",
    })
    void warmupLength(String length, Architecture architecture, boolean fires) {
        Document run = training(
                ofEpochs(100, warmup(length), COSINE), training -> training.withArchitecture(architecture));
        assertThat(Findings.of("warmup-length", run)).hasSize(fires ? 1 : 0);
    }

    /// What large-batch-without-warmup wants is usual, and not shortened.
    @Test
    void aHugeBatchMayWarmUpForTenEpochs() {
        var rule = new RuleCase("warmup-length");
        rule.isSilent(batch(ofEpochs(90, warmup("10"), COSINE), 8192));
        rule.fires(batch(ofEpochs(90, warmup("10"), COSINE), 4096), Severity.INFO, "schedule.stages[0]");
        assertThat(rule.fixed(batch(ofEpochs(90, warmup("15"), COSINE), 8192)).schedule().stages())
                .containsExactly(warmup("10"), COSINE);
    }

    @Test
    void warmupLengthIsMendedAtTheCostOfTheNextStage() {
        var rule = new RuleCase("warmup-length");
        Stage drops = stage("98", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("28, 58"));
        Document run = ofEpochs(100, warmup("2"), drops);
        rule.fires(
                run,
                Severity.INFO,
                "schedule.stages[0]",
                "the warmup takes 2 steps, 2 % of the run; 5 to 10 % is usual");
        assertThat(rule.fixed(run).schedule().stages())
                .containsExactly(
                        warmup("5"),
                        stage("95", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("25, 55")));
        rule.isSilent(ofEpochs(100, stage("", SchedulerType.ONE_CYCLE_LR, "max_lr", "0.1")));
        rule.isSilent(ofEpochs(100, COSINE));
        rule.fires(ofSteps(1000, warmup("20"), COSINE), Severity.INFO, "schedule.stages[0]");
    }

    @Test
    void warmupTooSteep() {
        var rule = new RuleCase("warmup-too-steep");
        rule.isSilent(ofEpochs(100, stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.1"), COSINE));
        Document steep = ofEpochs(100, stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.11"), COSINE);
        rule.fires(steep, Severity.INFO, "schedule.stages[0].start_factor", "the warmup starts at 11 % of its peak");
        assertThat(rule.fixed(steep).schedule().stages()).containsExactly(warmup("5"), COSINE);
        rule.fires(ofEpochs(100, stage("5", SchedulerType.LINEAR_LR), COSINE), Severity.INFO, "schedule.stages[0]");

        rule.isSilent(ofEpochs(40, warmup("3"), COSINE));
        Document shortOne = ofEpochs(40, warmup("2"), COSINE);
        rule.fires(shortOne, Severity.INFO, "schedule.stages[0]", "the warmup takes only 2 steps");
        assertThat(rule.fixed(shortOne).schedule().stages()).containsExactly(warmup("3"), COSINE);
    }

    @Test
    void bothAtOnceAreMendedByOneEdit() {
        var rule = new RuleCase("warmup-too-steep");
        Document both = ofEpochs(40, stage("2", SchedulerType.LINEAR_LR), COSINE);
        assertThat(Findings.only(rule.rule(), both).message())
                .isEqualTo("the warmup starts at 33.3 % of its peak and takes only 2 steps");
        assertThat(rule.fixed(both).schedule().stages()).containsExactly(warmup("3"), COSINE);
        Document cycle = ofEpochs(100, stage("", SchedulerType.ONE_CYCLE_LR, "max_lr", "0.1", "div_factor", "5"));
        rule.fires(cycle, Severity.INFO, "schedule.stages[0].div_factor", "the warmup starts at 20 % of its peak");
        rule.fixed(cycle);
    }
}
