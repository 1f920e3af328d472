package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.ofSteps;
import static dev.annealer.testing.Documents.stage;
import static dev.annealer.testing.Documents.withGroups;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Findings;
import org.junit.jupiter.api.Test;

class ZeroFirstLrTest {
    private static final String RULE = "zero-first-lr";
    private static final Document FROM_ZERO =
            ofEpochs(20, stage("", SchedulerType.LAMBDA_LR, "lr_lambda", "step / 4 if step < 4 else 1 - (step - 4) / 16"));

    @Test
    void firesAtExactlyZero() {
        Finding finding = Findings.only(RULE, FROM_ZERO);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.where().path()).isEqualTo("schedule.stages[0].lr_lambda");
        assertThat(finding.message())
                .isEqualTo("the LR of the first step is 0, so the whole first epoch trains nothing; it is 0.025 at step 1");
        assertThat(Findings.of(RULE, ofSteps(20, stage("", SchedulerType.LAMBDA_LR, "lr_lambda", "(step + 1e-12) / 20"))))
                .isEmpty();
    }

    @Test
    void theFixChangesTheFirstStepAlone() {
        Document fixed = Findings.fixed(RULE, FROM_ZERO);
        assertThat(fixed.schedule().stages().getFirst().scheduler().input("lr_lambda").text())
                .isEqualTo("0.125 if step == 0 else (step / 4 if step < 4 else 1 - (step - 4) / 16)");
    }

    @Test
    void aTriangleMayStartAboveZero() {
        Document triangle = ofEpochs(
                20,
                stage("", SchedulerType.CYCLIC_LR, "base_lr", "0", "max_lr", "0.1", "step_size_up", "5"));
        assertThat(Findings.only(RULE, triangle).where().path()).isEqualTo("schedule.stages[0].base_lr");
        assertThat(Findings.fixed(RULE, triangle).schedule().stages().getFirst().scheduler().input("base_lr"))
                .isEqualTo(new Input("0.001"));
    }

    @Test
    void aFrozenGroupIsNoMistakeButAFrozenRunIs() {
        Document run = ofEpochs(20, stage("", SchedulerType.COSINE_ANNEALING_LR));
        assertThat(Findings.of(RULE, withGroups(run, 0, 0.1))).isEmpty();
        assertThat(Findings.only(RULE, withGroups(run, 0, 0)).message())
                .isEqualTo("the LR is 0 at every step: nothing is trained");
    }
}
