package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.ofSteps;
import static dev.annealer.testing.Documents.stage;
import static dev.annealer.testing.RuleCase.optimizer;
import static dev.annealer.testing.RuleCase.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Metric;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Series;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Findings;
import dev.annealer.testing.RuleCase;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules about how a run falls and where it ends. Learning rates are those of torch.optim.lr_scheduler.
class DecayRulesTest {
    @Test
    void constantLr() {
        var rule = new RuleCase("constant-lr-long-run");
        Stage flat = stage("", SchedulerType.CONSTANT_LR, "factor", "1");
        rule.isSilent(ofEpochs(30, flat));
        Document run = ofEpochs(31, flat);
        rule.fires(run, Severity.WARNING, "schedule.stages[0]", "the LR is 0.1 for all 31 epochs; nothing changes it");
        assertThat(rule.fixed(run)).isEqualTo(ofEpochs(31, stage("", SchedulerType.COSINE_ANNEALING_LR)));
        rule.isSilent(ofEpochs(31, stage("", SchedulerType.STEP_LR, "step_size", "30")));
        rule.fires(ofEpochs(31, stage("", SchedulerType.STEP_LR, "step_size", "31")), Severity.WARNING, "schedule.stages[0]");
        rule.isSilent(ofEpochs(100, stage("", SchedulerType.REDUCE_LR_ON_PLATEAU)));
        rule.isSilent(training(run, training -> training.withArchitecture(Architecture.REINFORCEMENT_LEARNING)));
        rule.isSilent(ofSteps(1000, flat));
    }

    @Test
    void theCosineStartsAtTheConstant() {
        var rule = new RuleCase("constant-lr-long-run");
        Document third = ofEpochs(100, stage("", SchedulerType.CONSTANT_LR, "factor", "0.5"));
        assertThat(rule.fixed(third).optimizer().lr()).isEqualTo(new Input("0.05"));
    }

    private static Document dropAt(String milestones, String gamma) {
        return ofEpochs(
                100, stage("", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse(milestones), "gamma", gamma));
    }

    @Test
    void sharpDrop() {
        var rule = new RuleCase("sharp-drop");
        rule.fires(
                dropAt("10, 60", "0.1"),
                Severity.INFO,
                "schedule.stages[0].milestones",
                "the LR drops from 0.1 to 0.01 at step 10, 10 % into the run");
        rule.fires(dropAt("24", "0.1"), Severity.INFO, "schedule.stages[0].milestones");
        rule.isSilent(dropAt("25", "0.1"));
        rule.isSilent(dropAt("10", "0.11"));
        rule.fires(dropAt("10, 10", "0.2"), Severity.INFO, "schedule.stages[0].milestones");
        rule.fires(
                ofEpochs(100, stage("", SchedulerType.STEP_LR, "step_size", "20")), Severity.INFO, "schedule.stages[0].step_size");
        assertThat(rule.fixed(dropAt("10, 60", "0.1"))).isEqualTo(dropAt("33, 66", "0.1"));
    }

    private static Document endsAt(long epochs, double base, String factor) {
        return optimizer(
                ofEpochs(
                        epochs,
                        stage("", SchedulerType.LINEAR_LR, "start_factor", "1", "end_factor", factor, "total_iters", "20")),
                "SGD",
                base);
    }

    @Test
    void finalLrHigh() {
        var rule = new RuleCase("final-lr-high");
        rule.isSilent(endsAt(31, 0.01, "0.101"));
        rule.fires(
                endsAt(31, 0.01, "0.102"),
                Severity.WARNING,
                "schedule.stages[0]",
                "after 31 epochs the LR is still 0.00102, 10.2 % of its peak");
        rule.fires(endsAt(31, 0.001, "0.102"), Severity.WARNING, "schedule.stages[0]");
        rule.isSilent(endsAt(31, 0.1, "0.0101"));
        rule.fires(endsAt(31, 0.1, "0.0102"), Severity.WARNING, "schedule.stages[0]");
        rule.isSilent(endsAt(30, 0.1, "0.5"));
        rule.fixed(endsAt(31, 0.1, "0.5"));
    }

    @Test
    void finalLrHighIsMendedInEachShape() {
        var rule = new RuleCase("final-lr-high");
        assertThat(rule.fixed(ofEpochs(100, stage("", SchedulerType.COSINE_ANNEALING_LR, "eta_min", "0.05"))))
                .isEqualTo(ofEpochs(100, stage("", SchedulerType.COSINE_ANNEALING_LR, "eta_min", "1e-4")));
        assertThat(rule.fixed(ofEpochs(100, stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "200"))))
                .isEqualTo(ofEpochs(100, stage("", SchedulerType.COSINE_ANNEALING_LR)));
        rule.fixed(ofEpochs(100, stage("", SchedulerType.STEP_LR, "step_size", "60")));
        rule.fixed(ofEpochs(100, stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.99")));
        rule.fixed(ofEpochs(100, stage("", SchedulerType.CONSTANT_LR, "factor", "1")));
    }

    /// A cosine in the tail's place would jump up to the base LR; one in place of a dead tail would end high.
    @Test
    void aTailThatOnlyAnotherMistakeWouldMendHasNoFix() {
        Stage cosine = stage("150", SchedulerType.COSINE_ANNEALING_LR, "eta_min", "0.005");
        Stage tail = stage("50", SchedulerType.CONSTANT_LR, "factor", "0.05");
        new RuleCase("final-lr-high").hasNoFix(ofEpochs(200, cosine, tail));
        Stage dead = stage("3", SchedulerType.CONSTANT_LR, "factor", "1e-9");
        new RuleCase("final-lr-zero").hasNoFix(ofEpochs(100, stage("97", SchedulerType.COSINE_ANNEALING_LR), dead));
    }

    @Test
    void theEndOfAPlateauIsKnownOnlyWithItsMetric() {
        var rule = new RuleCase("final-lr-high");
        Document plateau = ofEpochs(40, stage("", SchedulerType.REDUCE_LR_ON_PLATEAU));
        rule.isSilent(plateau);
        double[] falling = DoubleStream.iterate(1, value -> value * 0.9).limit(40).toArray();
        rule.fires(plateau.withMetric(new Metric("loss", Series.of(falling))), Severity.WARNING, "schedule.stages[0]");
        rule.isSilent(training(
                ofEpochs(40, stage("", SchedulerType.CONSTANT_LR, "factor", "1")),
                training -> training.withArchitecture(Architecture.REINFORCEMENT_LEARNING)));
    }

    private static Document zeroFor(long steps) {
        return ofEpochs(100, stage("", SchedulerType.POLYNOMIAL_LR, "total_iters", String.valueOf(100 - steps)));
    }

    @Test
    void finalLrZero() {
        var rule = new RuleCase("final-lr-zero");
        rule.isSilent(zeroFor(2));
        rule.fires(
                zeroFor(3),
                Severity.INFO,
                "schedule.stages[0]",
                "the LR is below 1e-8 from step 97 on: the last 3 steps, 3 % of the run, train nothing");
        assertThat(rule.fixed(zeroFor(3))).isEqualTo(ofEpochs(100, stage("", SchedulerType.POLYNOMIAL_LR)));
        rule.isSilent(ofEpochs(100, stage("", SchedulerType.COSINE_ANNEALING_LR)));
        rule.fixed(ofEpochs(100, stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.5")));
    }

    @Test
    void decayTooFast() {
        var rule = new RuleCase("decay-too-fast");
        Document fast = ofEpochs(100, stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.5"));
        rule.fires(
                fast,
                Severity.WARNING,
                "schedule.stages[0]",
                "the LR falls from 0.1 to 9.77e-5 by step 10, a tenth of the run, and ends at 1.58e-31");
        rule.fixed(fast);
        // 0.1 down to 0.01 * 0.1 ^ 2: 95 % of the decay is 0.0951, so the LR has to be at 0.0049 by step 10.
        rule.isSilent(dropAt("9, 30, 60", "0.1"));
        rule.fires(dropAt("9, 9, 60", "0.1"), Severity.WARNING, "schedule.stages[0]");
        rule.fires(dropAt("9, 10, 60", "0.1"), Severity.WARNING, "schedule.stages[0]");
        rule.isSilent(dropAt("9, 11, 60", "0.1"));
        rule.isSilent(ofEpochs(100, stage("", SchedulerType.COSINE_ANNEALING_WARM_RESTARTS, "T_0", "10")));
    }

    @ParameterizedTest(name = "gamma {0} over {1} epochs: {2}")
    @CsvSource({
        // 0.5 ^ (1 / 99) is 0.993023; 0.001 ^ (1 / 99) is 0.932603
        "0.9931, 100, true", "0.9929, 100, false", "0.9327, 100, false", "0.9325, 100, true", "0.5, 1, false",
    })
    void exponentialGamma(String gamma, long epochs, boolean fires) {
        Document run = ofEpochs(epochs, stage("", SchedulerType.EXPONENTIAL_LR, "gamma", gamma));
        assertThat(Findings.of("exponential-gamma", run)).hasSize(fires ? 1 : 0);
    }

    @Test
    void exponentialGammaNamesBetterOnes() {
        var rule = new RuleCase("exponential-gamma");
        Document slow = ofEpochs(50, stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.99"));
        rule.fires(
                slow,
                Severity.INFO,
                "schedule.stages[0].gamma",
                "gamma 0.99 leaves 61.1 % after 50 steps; 0.955 falls 10x, 0.912 falls 100x");
        // At a base of 0.1 a fall by 10x, or by 100x, ends above 1e-3, which final-lr-high takes for high: 0.002 ^ (1 / steps).
        assertThat(rule.fixed(slow)).isEqualTo(ofEpochs(50, stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.883")));
        Document fast = ofEpochs(100, stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.9"));
        assertThat(rule.fixed(fast)).isEqualTo(ofEpochs(100, stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.94")));
        rule.fixed(ofSteps(100_000_000, stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.9")));
    }
}
