package dev.annealer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Severity;
import java.util.function.UnaryOperator;

/// Short assertions about one rule.
public record RuleCase(String rule) {
    /// It speaks once, this badly and of this place.
    public Finding fires(Document document, Severity severity, String where) {
        Finding finding = Findings.only(rule, document);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.where().path()).isEqualTo(where);
        return finding;
    }

    public Finding fires(Document document, Severity severity, String where, String message) {
        Finding finding = fires(document, severity, where);
        assertThat(finding.message()).isEqualTo(message);
        return finding;
    }

    public void isSilent(Document document) {
        assertThat(Findings.of(rule, document)).as(rule).isEmpty();
    }

    /// The document after the fix; see {@link Findings#fixed}.
    public Document fixed(Document document) {
        return Findings.fixed(rule, document);
    }

    public void hasNoFix(Document document) {
        assertThat(Findings.only(rule, document).fix()).isEmpty();
    }

    public static Document training(Document document, UnaryOperator<Training> change) {
        return document.withTraining(change.apply(document.training()));
    }

    public static Document optimizer(Document document, String type, double lr) {
        return document.withOptimizer(Optimizer.of(type, Input.of(lr)));
    }

    public static Document batch(Document document, long size) {
        return training(document, training -> training.withBatchSize(Input.of(size)));
    }

    /// A run of epochs that steps once a batch.
    public static Document perBatch(Document document, long stepsPerEpoch) {
        return training(document, training -> training.withStepsPerEpoch(Input.of(stepsPerEpoch)))
                .withSchedule(document.schedule().withStepOn(StepUnit.BATCH));
    }
}
