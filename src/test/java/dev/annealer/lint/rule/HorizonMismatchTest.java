package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Findings;
import org.junit.jupiter.api.Test;

/// Expected learning rates are those of torch.optim.lr_scheduler with SequentialLR.
class HorizonMismatchTest {
    private static final String RULE = "horizon-mismatch";

    private static Document warmupAndCosine(String tMax) {
        return ofEpochs(
                100,
                stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.01"),
                stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", tMax));
    }

    @Test
    void saysWhereACosineThatIsTooLongEnds() {
        Finding finding = Findings.only(RULE, warmupAndCosine("100"));
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.where().path()).isEqualTo("schedule.stages[1].T_max");
        assertThat(finding.message())
                .isEqualTo("T_max is 100 but the stage has 95 steps: it is cut off on its way, at an LR of 8.86e-4");
    }

    @Test
    void saysHowFarACosineThatIsTooShortRebounds() {
        Finding finding = Findings.only(RULE, warmupAndCosine("60"));
        assertThat(finding.message())
                .isEqualTo("T_max is 60 but the stage has 95 steps: the LR is down to 0 at step 65 and rises again, to 0.0604 at"
                        + " step 99");
        assertThat(finding.steps()).hasValueSatisfying(steps -> {
            assertThat(steps.from()).isEqualTo(65);
            assertThat(steps.to()).isEqualTo(100);
        });
    }

    @Test
    void aCosineThatIsOneStepTooShortDoesNotRise() {
        assertThat(Findings.only(RULE, warmupAndCosine("94")).message())
                .isEqualTo("T_max is 94 but the stage has 95 steps: the LR is down to 0 a step before its stage is over,"
                        + " at step 99");
    }

    @Test
    void isSilentWhereTheHorizonIsTheStage() {
        assertThat(Findings.of(RULE, warmupAndCosine("95"))).isEmpty();
        assertThat(Findings.of(RULE, warmupAndCosine(""))).isEmpty();
        assertThat(Findings.of(RULE, warmupAndCosine("94"))).hasSize(1);
        assertThat(Findings.of(RULE, warmupAndCosine("96"))).hasSize(1);
    }

    @Test
    void aRampMayEndBeforeItsStageButNotAfterIt() {
        for (SchedulerType ramp : new SchedulerType[] {SchedulerType.LINEAR_LR, SchedulerType.CONSTANT_LR}) {
            assertThat(Findings.of(RULE, ofEpochs(20, stage("", ramp, "total_iters", "19")))).isEmpty();
            assertThat(Findings.of(RULE, ofEpochs(20, stage("", ramp, "total_iters", "21")))).hasSize(1);
        }
        assertThat(Findings.only(RULE, ofEpochs(20, stage("", SchedulerType.POLYNOMIAL_LR, "total_iters", "15"))).message())
                .isEqualTo("total_iters is 15 but the stage has 20 steps: from step 15 on the LR stays at 0");
    }

    @Test
    void theFixLetsTheHorizonFollow() {
        Document fixed = Findings.fixed(RULE, warmupAndCosine("100"));
        assertThat(fixed).isEqualTo(warmupAndCosine(""));
    }
}
