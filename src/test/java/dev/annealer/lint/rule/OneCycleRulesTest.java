package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.ofSteps;
import static dev.annealer.testing.Documents.stage;
import static dev.annealer.testing.Documents.withGroups;
import static dev.annealer.testing.RuleCase.optimizer;
import static dev.annealer.testing.RuleCase.perBatch;
import static dev.annealer.testing.RuleCase.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.LrFinderRecord;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Value;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Findings;
import dev.annealer.testing.RuleCase;
import org.junit.jupiter.api.Test;

class OneCycleRulesTest {
    private static Stage cycle(Object... parameters) {
        Stage stage = stage("", SchedulerType.ONE_CYCLE_LR, parameters);
        return stage.scheduler().value("max_lr").isPresent()
                ? stage
                : stage.withScheduler(stage.scheduler().with("max_lr", new Input("0.1")));
    }

    private static Document run(long epochs, Stage... stages) {
        return perBatch(ofEpochs(epochs, stages), 100);
    }

    @Test
    void perEpoch() {
        var rule = new RuleCase("onecycle-per-epoch");
        rule.isSilent(run(20, cycle()));
        Document perEpoch = run(20, cycle()).withSchedule(run(20, cycle()).schedule().withStepOn(StepUnit.EPOCH));
        rule.fires(perEpoch, Severity.ERROR, "schedule.step_on");
        assertThat(rule.fixed(perEpoch)).isEqualTo(run(20, cycle()));
        rule.hasNoFix(ofEpochs(20, cycle()));
        rule.isSilent(ofEpochs(20, stage("", SchedulerType.COSINE_ANNEALING_LR)));
    }

    @Test
    void longRun() {
        var rule = new RuleCase("onecycle-long-run");
        rule.isSilent(run(30, cycle()));
        rule.fires(run(31, cycle()), Severity.INFO, "schedule.stages[0]");
        rule.fires(run(50, cycle()), Severity.INFO, "schedule.stages[0]");
        rule.fires(
                run(51, cycle()),
                Severity.WARNING,
                "schedule.stages[0]",
                "stage 1 (OneCycleLR) takes 51 epochs; one cycle is made for 10 to 30");
        Document fixed = rule.fixed(run(60, cycle("max_lr", "0.4")));
        assertThat(fixed.optimizer().lr()).isEqualTo(new Input("0.4"));
        assertThat(fixed.schedule().stages())
                .containsExactly(
                        stage("300", SchedulerType.LINEAR_LR, "start_factor", "0.01"),
                        stage("", SchedulerType.COSINE_ANNEALING_LR));
        rule.isSilent(ofSteps(1_000_000, cycle()));
    }

    private static Document tuned(String maxLr, String pick) {
        return run(20, cycle("max_lr", maxLr))
                .withLrFinder(new LrFinderRecord("run.csv", "steepest", new Input(pick), "max_lr", Input.NONE));
    }

    @Test
    void untuned() {
        var rule = new RuleCase("onecycle-untuned");
        rule.fires(run(20, cycle()), Severity.WARNING, "schedule.stages[0].max_lr");
        rule.hasNoFix(run(20, cycle()));
        rule.isSilent(tuned("0.123", "0.0123"));
        rule.isSilent(tuned("0.0615", "0.0123"));
        rule.fires(
                tuned("0.124", "0.0123"),
                Severity.WARNING,
                "schedule.stages[0].max_lr",
                "max_lr 0.124 is 10.1x the LR finder's pick of 0.0123; 5x to 10x is usual");
        rule.fires(tuned("0.0614", "0.0123"), Severity.WARNING, "schedule.stages[0].max_lr");
        assertThat(rule.fixed(tuned("1", "0.0123"))).isEqualTo(tuned("0.123", "0.0123"));
        assertThat(rule.fixed(tuned("0.01", "0.0123"))).isEqualTo(tuned("0.0615", "0.0123"));
    }

    @Test
    void combined() {
        var rule = new RuleCase("onecycle-combined");
        Stage warmup = stage("5ep", SchedulerType.LINEAR_LR, "start_factor", "0.01");
        rule.isSilent(run(20, cycle()));
        rule.isSilent(run(20, warmup.withEnabled(false), cycle()));
        rule.fires(run(20, warmup, cycle()), Severity.WARNING, "schedule.stages[1]");
        assertThat(rule.fixed(run(20, warmup, cycle()))).isEqualTo(run(20, warmup.withEnabled(false), cycle()));
    }

    /// 4e-07 is the end of the cycle; PyTorch gives 5.07e-05 at step 100 and raises at the 101st call of step().
    @Test
    void stepBudget() {
        var rule = new RuleCase("onecycle-step-budget");
        rule.isSilent(ofSteps(100, cycle("total_steps", "100")));
        Document over = ofSteps(101, cycle("total_steps", "100"));
        rule.fires(
                over,
                Severity.ERROR,
                "schedule.stages[0].total_steps",
                "total_steps is 100 but the scheduler runs for 101 steps: past them the LR bounces to 5.07e-5 at step 100, and"
                        + " PyTorch stops with an error at call 101 of step()");
        assertThat(Findings.rules(over)).doesNotContain("horizon-mismatch");
        assertThat(Findings.rules(ofSteps(99, cycle("total_steps", "100")))).contains("horizon-mismatch");
        assertThat(rule.fixed(over)).isEqualTo(ofSteps(101, cycle()));
        rule.fixed(ofSteps(120, cycle().withLength(new Input("100"))));
    }

    @Test
    void oneMaxLr() {
        var rule = new RuleCase("onecycle-one-max-lr");
        rule.isSilent(run(20, cycle()));
        rule.isSilent(withGroups(run(20, cycle()), 0.1, 0.1));
        Document lost = withGroups(run(20, cycle()), 1e-5, 1e-3);
        rule.fires(
                lost,
                Severity.WARNING,
                "schedule.stages[0].max_lr",
                "one max_lr, 0.1, for 2 param groups (a 1e-5, b 0.001): their ratio is lost");
        assertThat(rule.fixed(lost))
                .isEqualTo(withGroups(run(20, cycle("max_lr", Value.Inputs.parse("0.001, 0.1"))), 1e-5, 1e-3));
    }

    @Test
    void sensitiveModel() {
        var rule = new RuleCase("onecycle-sensitive-model");
        Document run = run(20, cycle());
        rule.isSilent(run);
        rule.isSilent(training(run, training -> training.withParameters(Input.of(100_000_000L))));
        rule.fires(
                training(run, training -> training.withParameters(Input.of(110_000_000L))),
                Severity.INFO,
                "schedule.stages[0]",
                "stage 1 (OneCycleLR) trains a model of 110 million parameters, which may not bear its peak");
        rule.isSilent(training(run, training -> training.withArchitecture(Architecture.CNN)));
        Document transformer = training(run, training -> training.withArchitecture(Architecture.VISION_TRANSFORMER));
        rule.fires(transformer, Severity.INFO, "schedule.stages[0]");
        rule.fixed(transformer);
    }
}
