package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.stage;
import static dev.annealer.testing.RuleCase.optimizer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Metric;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Series;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Findings;
import dev.annealer.testing.RuleCase;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules about ReduceLROnPlateau. What PyTorch's own scheduler does with each series was seen by running it.
class PlateauRulesTest {
    private static Document plateau(Object... parameters) {
        return ofEpochs(60, stage("", SchedulerType.REDUCE_LR_ON_PLATEAU, parameters));
    }

    private static Document with(Document document, String name, double... values) {
        return document.withMetric(new Metric(name, Series.of(values)));
    }

    /// Falls for 20 epochs, then 7 without an improvement.
    private static double[] flattening() {
        return DoubleStream.concat(
                        IntStream.range(0, 20).mapToDouble(i -> 1 - 0.01 * i), DoubleStream.generate(() -> 0.8).limit(8))
                .toArray();
    }

    @Test
    void withoutMetric() {
        var rule = new RuleCase("plateau-without-metric");
        rule.fires(plateau(), Severity.WARNING, "schedule.stages[0]", "there is no metric to run the plateau on: the dry run is flat");
        rule.isSilent(with(plateau(), "loss", 1.0));
        Document late = ofEpochs(
                60,
                stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.01"),
                stage("", SchedulerType.REDUCE_LR_ON_PLATEAU));
        rule.fires(
                with(late, "loss", 1, 2, 3, 4, 5),
                Severity.WARNING,
                "schedule.stages[1]",
                "loss has 5 values and the plateau starts at step 5: the dry run is flat");
        rule.isSilent(with(late, "loss", 1, 2, 3, 4, 5, 6));
        rule.isSilent(ofEpochs(60, stage("", SchedulerType.COSINE_ANNEALING_LR)));
    }

    @Test
    void neverReducesForItsPatience() {
        var rule = new RuleCase("plateau-never-reduces");
        Document run = with(plateau("patience", "10"), "val_loss", flattening());
        rule.fires(
                run,
                Severity.WARNING,
                "schedule.stages[0].patience",
                "28 values of val_loss never make it reduce the LR: patience is 10, and the longest stretch without an improvement"
                        + " is 7 steps");
        assertThat(rule.fixed(run)).isEqualTo(with(plateau("patience", "6"), "val_loss", flattening()));
        rule.fires(with(plateau("patience", "7"), "val_loss", flattening()), Severity.WARNING, "schedule.stages[0].patience");
        rule.isSilent(with(plateau("patience", "6"), "val_loss", flattening()));
        rule.isSilent(plateau());
    }

    /// PyTorch reduces with threshold 1e-3 and not with 1e-4: each value is better than the one before by 5e-5 of it.
    @Test
    void neverReducesForItsThreshold() {
        var rule = new RuleCase("plateau-never-reduces");
        double[] creeping = DoubleStream.iterate(0.9, value -> value * (1 - 5e-5)).limit(40).toArray();
        Document run = with(plateau("threshold", "0"), "val_loss", creeping);
        rule.fires(
                run,
                Severity.WARNING,
                "schedule.stages[0].threshold",
                "40 values of val_loss never make it reduce the LR: threshold 0 takes tiny changes for improvements; with 0.001 it"
                        + " would");
        assertThat(rule.fixed(run)).isEqualTo(with(plateau("threshold", "0.001"), "val_loss", creeping));
    }

    @Test
    void neverReducesForItsMode() {
        var rule = new RuleCase("plateau-never-reduces");
        double[] rising = IntStream.range(0, 30).mapToDouble(i -> 0.5 + 0.01 * i).toArray();
        Document run = with(plateau("mode", "max"), "val_loss", rising);
        rule.fires(run, Severity.WARNING, "schedule.stages[0].mode");
        rule.fixed(run);
    }

    @Test
    void neverReducesForItsMinLrOrEps() {
        var rule = new RuleCase("plateau-never-reduces");
        double[] flat = DoubleStream.generate(() -> 1).limit(30).toArray();
        Document floor = with(plateau("min_lr", "0.1"), "loss", flat);
        rule.fires(
                floor,
                Severity.WARNING,
                "schedule.stages[0].min_lr",
                "30 values of loss never make it reduce the LR: min_lr 0.1 leaves no room below the LR of 0.1");
        rule.fixed(floor);
        Document tiny = optimizer(with(plateau(), "loss", flat), "AdamW", 1e-9);
        rule.fires(tiny, Severity.WARNING, "schedule.stages[0]");
        rule.fixed(tiny);
    }

    @Test
    void neverReducesBecauseItImproves() {
        var rule = new RuleCase("plateau-never-reduces");
        double[] falling = IntStream.range(0, 30).mapToDouble(i -> 1.0 / (i + 1)).toArray();
        Document run = with(plateau(), "loss", falling);
        assertThat(Findings.only(rule.rule(), run).message()).endsWith("it improves at every step, by more than the threshold");
        rule.hasNoFix(run);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "val_accuracy, min, true", "val_accuracy, max, false", "val_loss, max, true", "val_loss, min, false",
        "top1_error, max, true", "valAcc, min, true", "val/mAP, min, true", "custom, min, false", "custom, max, false",
    })
    void modeAgainstTheName(String name, String mode, boolean fires) {
        Document run = with(plateau("mode", mode), name, 0.5, 0.6);
        assertThat(Findings.of("plateau-settings", run)).hasSize(fires ? 1 : 0);
    }

    @Test
    void modeIsMended() {
        var rule = new RuleCase("plateau-settings");
        Document run = with(plateau(), "val_accuracy", 0.5, 0.6);
        rule.fires(
                run,
                Severity.WARNING,
                "schedule.stages[0]",
                "mode is min but val_accuracy reads as a metric for which higher is better");
        assertThat(rule.fixed(run)).isEqualTo(with(plateau("mode", "max"), "val_accuracy", 0.5, 0.6));
    }

    @Test
    void minLrAndPatience() {
        var rule = new RuleCase("plateau-settings");
        rule.isSilent(plateau("min_lr", "0.099"));
        rule.fires(plateau("min_lr", "0.1"), Severity.WARNING, "schedule.stages[0].min_lr",
                "min_lr is 0.1 and the LR 0.1: no reduction can lower it");
        rule.fixed(plateau("min_lr", "0.1"));
        rule.isSilent(plateau("patience", "20"));
        rule.fires(plateau("patience", "21"), Severity.WARNING, "schedule.stages[0].patience",
                "patience is 21, more than a third of the 60 steps of the run");
        assertThat(rule.fixed(plateau("patience", "21"))).isEqualTo(plateau("patience", "6"));
    }
}
