package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.stage;
import static dev.annealer.testing.Documents.withGroups;
import static dev.annealer.testing.RuleCase.batch;
import static dev.annealer.testing.RuleCase.optimizer;
import static dev.annealer.testing.RuleCase.perBatch;
import static dev.annealer.testing.RuleCase.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Silenced;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Findings;
import dev.annealer.testing.RuleCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules about learning rates of groups, the batch, momentum, and silences.
class OptimizerRulesTest {
    private static final Stage COSINE = stage("", SchedulerType.COSINE_ANNEALING_LR);

    private static Document pretrained(Document document) {
        return training(document, training -> training.withFromPretrained(true));
    }

    @Test
    void sameLrFineTuning() {
        var rule = new RuleCase("same-lr-fine-tuning");
        Document run = optimizer(ofEpochs(10, COSINE), "AdamW", 5e-5);
        rule.isSilent(run);
        rule.fires(
                pretrained(run),
                Severity.INFO,
                "optimizer.lr",
                "backbone and head share one LR, 5e-5, though the weights are pretrained");
        Document fixed = rule.fixed(pretrained(run));
        assertThat(fixed.optimizer().groups()).extracting("name").containsExactly("backbone", "head");
        assertThat(fixed.optimizer().groups()).extracting("lr").containsExactly(new Input("5e-6"), new Input("5e-5"));
        rule.fires(pretrained(withGroups(run, 1e-5, 1e-5)), Severity.INFO, "optimizer.param_groups");
        rule.hasNoFix(pretrained(withGroups(run, 1e-5, 1e-5)));
        rule.isSilent(pretrained(withGroups(run, 1e-5, 1.1e-5)));
    }

    @Test
    void sameLrFineTuningWithOneCycle() {
        var rule = new RuleCase("same-lr-fine-tuning");
        Document cycle = pretrained(perBatch(ofEpochs(10, stage("", SchedulerType.ONE_CYCLE_LR, "max_lr", "1e-4")), 100));
        assertThat(rule.fixed(cycle).schedule().stages().getFirst())
                .isEqualTo(stage("", SchedulerType.ONE_CYCLE_LR, "max_lr", Value.Inputs.parse("1e-5, 1e-4")));
    }

    @Test
    void highLrFineTuning() {
        var rule = new RuleCase("high-lr-fine-tuning");
        Document run = pretrained(ofEpochs(10, COSINE));
        rule.isSilent(optimizer(run, "AdamW", 1e-4));
        rule.fires(
                optimizer(run, "AdamW", 1.1e-4),
                Severity.WARNING,
                "optimizer.lr",
                "the LR peaks at 1.1e-4 with AdamW, though the weights are pretrained; 1e-5 to 5e-5 is usual");
        rule.isSilent(optimizer(run, "SGD", 0.01));
        rule.isSilent(optimizer(ofEpochs(10, COSINE), "AdamW", 1e-3));
        rule.isSilent(withGroups(optimizer(run, "AdamW", 1), 1e-5, 1e-3));
        rule.fires(withGroups(optimizer(run, "AdamW", 1), 2e-4, 1e-3), Severity.WARNING, "optimizer.param_groups");
        assertThat(rule.fixed(optimizer(run, "AdamW", 1e-3)).optimizer().lr()).isEqualTo(new Input("5e-5"));
    }

    @ParameterizedTest(name = "LR {0} for a batch of {1}: {2}")
    @CsvSource({
        "0.1, 256, false", "0.2, 256, false", "0.21, 256, true", "0.05, 256, false", "0.049, 256, true",
        "0.1, 128, false", "0.1, 1024, true", "0.4, 1024, false",
    })
    void linearScaling(double lr, long size, boolean fires) {
        Document run = training(
                batch(optimizer(ofEpochs(30, COSINE), "SGD", lr), size), training -> training.withArchitecture(Architecture.CNN));
        assertThat(Findings.of("linear-scaling", run)).hasSize(fires ? 1 : 0);
    }

    @Test
    void linearScalingKnowsItsPlace() {
        var rule = new RuleCase("linear-scaling");
        Document run = training(
                batch(ofEpochs(30, stage("", SchedulerType.COSINE_ANNEALING_LR, "eta_min", "1e-4")), 512),
                training -> training.withArchitecture(Architecture.CNN));
        rule.isSilent(run);
        Document small = batch(run, 1024);
        rule.fires(
                small,
                Severity.INFO,
                "optimizer.lr",
                "the LR peaks at 0.1 for a batch of 1024; 0.1 for 256 scales to 0.4");
        Document fixed = Findings.of("linear-scaling", small).getFirst().fix().orElseThrow().edit().apply(small);
        assertThat(fixed.optimizer().lr()).isEqualTo(new Input("0.4"));
        assertThat(fixed.schedule().stages().getFirst().scheduler().input("eta_min")).isEqualTo(new Input("4e-4"));
        rule.isSilent(fixed);
        rule.isSilent(optimizer(small, "AdamW", 0.1));
        rule.isSilent(pretrained(small));
        rule.isSilent(training(small, training -> training.withArchitecture(Architecture.SEGMENTATION)));
        rule.isSilent(training(small, training -> training.withBatchSize(Input.NONE)));
    }

    @Test
    void etaMinPerGroup() {
        var rule = new RuleCase("eta-min-per-group");
        Document run = ofEpochs(20, stage("", SchedulerType.COSINE_ANNEALING_LR, "eta_min", "1e-5"));
        rule.isSilent(withGroups(run, 1e-4, 1e-3));
        Document slow = withGroups(run, 9e-5, 1e-3);
        rule.fires(slow, Severity.INFO, "schedule.stages[0].eta_min", "eta_min 1e-5 is 11.1 % of the LR of a, 9e-5");
        assertThat(Findings.only(rule.rule(), withGroups(run, 1e-6, 1e-3)).message())
                .isEqualTo("eta_min 1e-5 is above the LR of a, 1e-6: the cosine climbs");
        assertThat(rule.fixed(slow).schedule().stages().getFirst().scheduler().input("eta_min")).isEqualTo(new Input("9e-7"));
        rule.isSilent(ofEpochs(20, COSINE));
        rule.isSilent(optimizer(ofEpochs(20, stage("", SchedulerType.COSINE_ANNEALING_LR, "eta_min", "6e-5")), "AdamW", 6e-4));
    }

    private static Document cycle(String optimizer, Object... parameters) {
        Stage stage = stage("", SchedulerType.ONE_CYCLE_LR, parameters);
        return optimizer(perBatch(ofEpochs(10, stage), 100), optimizer, 0.1);
    }

    @Test
    void momentumOverwritten() {
        var rule = new RuleCase("momentum-overwritten");
        Document run = cycle("AdamW", "max_lr", "0.1");
        rule.fires(
                run,
                Severity.INFO,
                "schedule.stages[0]",
                "cycle_momentum moves beta1 between 0.85 and 0.95; the optimizer's own 0.9 is not used");
        assertThat(rule.fixed(run)).isEqualTo(cycle("AdamW", "max_lr", "0.1", "cycle_momentum", false));
        rule.isSilent(cycle("AdamW", "max_lr", "0.1", "cycle_momentum", false));
        rule.isSilent(cycle("AdamW", "max_lr", "0.1", "base_momentum", "0.9", "max_momentum", "0.9"));
        rule.isSilent(cycle("Adagrad", "max_lr", "0.1"));
    }

    @Test
    void cyclicMomentumOptimizer() {
        var rule = new RuleCase("cyclic-momentum-optimizer");
        rule.fires(
                cycle("Adagrad", "max_lr", "0.1"),
                Severity.ERROR,
                "schedule.stages[0]",
                "cycle_momentum is on, but Adagrad has neither momentum nor betas: PyTorch raises an error");
        rule.fires(cycle("Adadelta", "max_lr", "0.1", "cycle_momentum", true), Severity.ERROR, "schedule.stages[0].cycle_momentum");
        rule.isSilent(cycle("Adagrad", "max_lr", "0.1", "cycle_momentum", false));
        rule.isSilent(cycle("SGD", "max_lr", "0.1"));
        rule.isSilent(cycle("RMSprop", "max_lr", "0.1"));
        rule.isSilent(cycle("Muon", "max_lr", "0.1"));
        assertThat(rule.fixed(cycle("Adagrad", "max_lr", "0.1")))
                .isEqualTo(cycle("Adagrad", "max_lr", "0.1", "cycle_momentum", false));
        Document triangle = ofEpochs(
                100, stage("", SchedulerType.CYCLIC_LR, "base_lr", "0.01", "max_lr", "0.1", "step_size_up", "50"));
        rule.fires(optimizer(triangle, "Adagrad", 0.1), Severity.ERROR, "schedule.stages[0]");
    }

    @Test
    void aSilenceOfNothing() {
        var rule = new RuleCase("silenced-unknown-rule");
        Document run = ofEpochs(10, COSINE);
        rule.isSilent(run.withSilenced(List.of(new Silenced("zero-first-lr", "as published"))));
        Document misspelt = run.withSilenced(List.of(new Silenced("zero-lr", "as published")));
        rule.fires(misspelt, Severity.WARNING, "silenced[0].rule", "there is no rule `zero-lr`: this silences nothing");
        assertThat(rule.fixed(misspelt)).isEqualTo(run);
    }
}
