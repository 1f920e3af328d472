package dev.annealer.lint.rule;

import static dev.annealer.testing.Documents.ofEpochs;
import static dev.annealer.testing.Documents.scheduler;
import static dev.annealer.testing.Documents.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransformerWithoutWarmupTest {
    private static final String RULE = "transformer-without-warmup";

    private static Document transformer(Stage... stages) {
        Document document = ofEpochs(100, stages);
        return document.withTraining(document.training().withArchitecture(Architecture.VISION_TRANSFORMER));
    }

    private static final Document COLD = transformer(stage("", SchedulerType.COSINE_ANNEALING_LR));

    @Test
    void firesWhereTheRunStartsAtItsPeak() {
        Finding finding = Findings.only(RULE, COLD);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message())
                .isEqualTo("the LR of this vision transformer starts at its peak, 0.1, with random weights: it needs a warmup");
        assertThat(finding.where().path()).isEqualTo("schedule.stages[0]");
    }

    @ParameterizedTest
    @EnumSource(names = {"VISION_TRANSFORMER", "LANGUAGE_TRANSFORMER"}, mode = EnumSource.Mode.EXCLUDE)
    void isSilentForOthers(Architecture architecture) {
        assertThat(Findings.of(RULE, COLD.withTraining(COLD.training().withArchitecture(architecture)))).isEmpty();
        assertThat(Findings.of(RULE, COLD.withTraining(COLD.training().withArchitecture(null)))).isEmpty();
    }

    @Test
    void isSilentForTrainedWeightsAndForAnyRise() {
        assertThat(Findings.of(RULE, COLD.withTraining(COLD.training().withFromPretrained(true)))).isEmpty();
        assertThat(Findings.of(RULE, COLD.withTraining(COLD.training().withFromPretrained(false)))).hasSize(1);
        assertThat(Findings.of(RULE, transformer(stage("", SchedulerType.ONE_CYCLE_LR, "max_lr", "0.1")))).isEmpty();
        assertThat(Findings.of(RULE, transformer(stage("", SchedulerType.CYCLIC_LR, "base_lr", "0.01", "max_lr", "0.1"))))
                .isEmpty();
        assertThat(Findings.of(
                        RULE, transformer(stage("", SchedulerType.LAMBDA_LR, "lr_lambda", "min((step + 1) / 5, 1)"))))
                .isEmpty();
        assertThat(Findings.of(RULE, transformer(stage("", SchedulerType.LAMBDA_LR, "lr_lambda", "max(1 - step / 100, 0)"))))
                .hasSize(1);
    }

    @Test
    void theFixIsFivePercentFromOne() {
        Document fixed = Findings.fixed(RULE, COLD);
        assertThat(fixed.schedule().stages())
                .containsExactly(
                        stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.01"),
                        stage("", SchedulerType.COSINE_ANNEALING_LR));
    }

    @Test
    void theFixKeepsTheRunAndItsDrops() {
        Document drops = transformer(stage("100", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("30, 60")));
        assertThat(Findings.fixed(RULE, drops).schedule().stages())
                .containsExactly(
                        stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.01"),
                        stage("95", SchedulerType.MULTI_STEP_LR, "milestones", Value.Inputs.parse("25, 55")));
    }

    @Test
    void theFixOfALambdaStartsAtOnePercentOfItsPeak() {
        Document lambda = transformer(stage("", SchedulerType.LAMBDA_LR, "lr_lambda", "0.2 / sqrt(max(step, 16))"));
        Document fixed = Findings.fixed(RULE, lambda);
        assertThat(Findings.report(fixed).findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(fixed.schedule().stages().getFirst().scheduler().input("lr_lambda").text())
                .isEqualTo("min(1, 0.01 + 0.99 * step / 5) * (0.2 / sqrt(max(step, 16)))");
    }

    @Test
    void theFixOfAChainIsAMember() {
        var exponential = scheduler(SchedulerType.EXPONENTIAL_LR, "gamma", "0.95");
        var members = new Value.Members(List.of(exponential));
        Document chain = transformer(stage("", SchedulerType.CHAINED_SCHEDULER, "schedulers", members));
        assertThat(Findings.fixed(RULE, chain).schedule().stages()).hasSize(1);
    }
}
