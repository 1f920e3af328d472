package dev.annealer.lint.rule;

import static dev.annealer.testing.RuleCase.batch;
import static dev.annealer.testing.RuleCase.optimizer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.lint.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
    /// The table of the rules, in the words of the documentation that scripts rely on.
    @Test
    void haveTheirNames() {
        assertThat(Rules.ALL)
                .extracting(Rule::id)
                .containsExactly(
                        "transformer-without-warmup", "large-batch-without-warmup", "high-lr-without-warmup", "warmup-length",
                        "warmup-too-steep", "horizon-mismatch", "step-unit-mismatch", "onecycle-per-epoch", "onecycle-long-run",
                        "onecycle-untuned", "onecycle-combined", "onecycle-step-budget", "onecycle-one-max-lr",
                        "onecycle-sensitive-model", "constant-lr-long-run", "schedule-short-run", "schedule-length", "unreachable",
                        "milestones-shifted", "jump", "sharp-drop", "final-lr-high", "final-lr-zero", "zero-first-lr",
                        "decay-too-fast", "plateau-without-metric", "plateau-never-reduces", "plateau-settings",
                        "same-lr-fine-tuning", "high-lr-fine-tuning", "linear-scaling", "eta-min-per-group",
                        "momentum-overwritten", "exponential-gamma", "cyclic-momentum-optimizer", "silenced-unknown-rule");
    }

    @Test
    void sayWhatTheyFindAndWhyItMatters() {
        for (Rule rule : Rules.ALL) {
            assertThat(rule.about().summary()).as(rule.id()).endsWith(".").hasSizeLessThan(160);
            assertThat(rule.about().explanation()).as(rule.id()).endsWith(".").hasSizeBetween(100, 600);
        }
    }

    @Test
    void onlyThreeSilenceOthersAndOnlyWhatThereIs() {
        List<Rule> deeper = Rules.ALL.stream().filter(rule -> !rule.silences().isEmpty()).toList();
        assertThat(deeper)
                .extracting(Rule::id)
                .containsExactly("transformer-without-warmup", "step-unit-mismatch", "onecycle-step-budget");
        assertThat(deeper).allMatch(rule -> rule.silences().stream().allMatch(id -> Rules.named(id).isPresent()));
    }
}
