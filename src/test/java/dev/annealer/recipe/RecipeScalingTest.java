package dev.annealer.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Input;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Training;
import dev.annealer.document.Value;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.ScheduleCompiler;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every expected number is worked out by hand, see the comments.
class RecipeScalingTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final long SAME = 0;

    private static Scaled scaled(String id, long length, long batch) {
        return scaled(CATALOGUE.recipe(id).orElseThrow(), length, batch, SAME);
    }

    private static Scaled scaled(Recipe recipe, long length, long batch, long samples) {
        return RecipeScaling.scale(recipe, new Target(given(length), given(batch), given(samples)));
    }

    private static OptionalLong given(long number) {
        return number == SAME ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static Stage stage(Scaled scaled, int index) {
        return scaled.document().schedule().stages().get(index);
    }

    private static String lr(Scaled scaled) {
        return scaled.document().optimizer().lr().text();
    }

    @Test
    void sgdFollowsTheBatchLinearlyAndStepsInProportion() {
        // 90 to 30 epochs: a drop every 10; batch 256 to 128: 0.1 / 2, and 5005 x 256 / 128 steps an epoch.
        Scaled scaled = scaled("resnet50-torchvision-v1", 30, 128);
        assertThat(lr(scaled)).isEqualTo("0.05");
        assertThat(stage(scaled, 0).scheduler().input("step_size")).isEqualTo(Input.of(10));
        assertThat(scaled.document().training().stepsPerEpoch()).isEqualTo(Input.of(10010));
        assertThat(scaled.document().training().batchSize()).isEqualTo(Input.of(128));
        assertThat(scaled.document().notes()).endsWith(
                " Scaled: 90 to 30 epochs: lengths, horizons and milestones in proportion."
                        + " Batch 256 to 128: learning rates x 0.5 by the linear rule (SGD).");
    }

    @Test
    void adaptiveOptimizersFollowTheRootOfTheBatch() {
        // sqrt(512 / 4096) = 0.353553: 4e-3 to 1.414e-3 and 1e-6 to 3.536e-7; 312 x 4096 / 512 steps an epoch.
        Scaled scaled = scaled("convnext-tiny", SAME, 512);
        assertThat(lr(scaled)).isEqualTo("0.001414");
        assertThat(stage(scaled, 1).scheduler().input("eta_min").text()).isEqualTo("3.536e-7");
        assertThat(scaled.document().training().stepsPerEpoch()).isEqualTo(Input.of(2496));
        assertThat(scaled.changes()).containsExactly(
                "Batch 4,096 to 512: learning rates x 0.3536 by the square-root rule (AdamW is adaptive).");
    }

    @Test
    void theAuthorsOwnRuleGoesFirst() {
        // Swin scales by batch / 512 with AdamW. 20 of 300 epochs are 6.67 of 100: 7.
        Scaled scaled = scaled("swin-tiny", 100, 256);
        assertThat(lr(scaled)).isEqualTo("2.5e-4");
        assertThat(stage(scaled, 0).length()).isEqualTo(new Input("7ep"));
        assertThat(stage(scaled, 1).scheduler().input("eta_min").text()).isEqualTo("2.5e-6");
        assertThat(scaled.changes()).last().asString().contains("linear rule (as its authors scale it)");
    }

    @Test
    void milestonesAndWarmupOfARunInStepsGoInProportion() {
        // Half of 90,000: warmup 500, milestones 29,500 and 39,500 after it; batch 16 to 8 halves 0.02.
        Scaled scaled = scaled("mask-rcnn-1x", 45000, 8);
        assertThat(lr(scaled)).isEqualTo("0.01");
        assertThat(stage(scaled, 0).length()).isEqualTo(Input.of(500));
        assertThat(stage(scaled, 1).scheduler().values().get("milestones")).hasToString("29500, 39500");
    }

    @Test
    void constantsThatCountStepsFollow() {
        Scaled scaled = scaled("warmup-stable-decay", 10000, SAME);
        assertThat(scaled.document().schedule().stages()).extracting(stage -> stage.length().text())
                .containsExactly("500", "7500", "");
        assertThat(stage(scaled, 2).scheduler().values().get("constants"))
                .isEqualTo(new Value.Constants(Map.of("decay_steps", Input.of(2000))));
        // The model's width is no number of steps.
        assertThat(stage(scaled("transformer-base", 50000, SAME), 0).scheduler().values().get("constants"))
                .isEqualTo(new Value.Constants(Map.of("d_model", Input.of(512), "warmup_steps", Input.of(2000))));
    }

    @Test
    void groupsAndRatesOfSchedulersAreScaledToo() {
        // Batch 16 to 64 with AdamW: x 2.
        assertThat(scaled("detr-resnet50", SAME, 64).document().optimizer().groups())
                .extracting(ParamGroup::lr)
                .containsExactly(Input.of(2e-4), Input.of(2e-5));
        assertThat(stage(scaled("fastai-fine-tune", SAME, 256), 0).scheduler().values().get("max_lr")).hasToString("2e-5, 0.002");
    }

    @Test
    void aWarmupStaysOne() {
        // 5 of 600 epochs are half an epoch of 60.
        Scaled scaled = scaled("resnet50-torchvision-v2", 60, SAME);
        assertThat(stage(scaled, 0).length()).isEqualTo(Input.of(3));
        assertThat(scaled.changes()).last().isEqualTo("Warmup of 3 scheduler steps, not 1: a shorter one is a jump.");
        // 20 of 300 epochs are 2 of 30, which are hundreds of steps.
        assertThat(stage(scaled("swin-tiny", 30, SAME), 0).length()).isEqualTo(new Input("2ep"));
    }

    @Test
    void veryLargeBatchesGetTenEpochs() {
        // 0.5 x 8192 / 1024.
        Scaled scaled = scaled("resnet50-torchvision-v2", SAME, 8192);
        assertThat(lr(scaled)).isEqualTo("4");
        assertThat(stage(scaled, 0).length()).isEqualTo(Input.of(10));
    }

    @Test
    void aBatchThatBecomesLargeGetsAWarmupAndTheDropsStayWhereTheyWere() {
        // 0.1 x 1024 / 256; drops at epochs 30 and 60 are 25 and 55 after a warmup of 5.
        Scaled scaled = scaled("resnet50-torchvision-v1", SAME, 1024);
        assertThat(lr(scaled)).isEqualTo("0.4");
        assertThat(scaled.changes()).last().isEqualTo("For the large batch: add a linear warmup of 5 steps from 1 %.");
        assertThat(stage(scaled, 0).scheduler().type()).isEqualTo(SchedulerType.LINEAR_LR);
        assertThat(stage(scaled, 0).length()).isEqualTo(Input.of(5));
        assertThat(stage(scaled, 1).scheduler().type()).isEqualTo(SchedulerType.MULTI_STEP_LR);
        assertThat(stage(scaled, 1).scheduler().values().get("milestones")).hasToString("25, 55");
        assertThat(stage(scaled("resnet50-paper", SAME, 1024), 1).scheduler().values().get("milestones")).hasToString("25, 55, 85");
    }

    @Test
    void anotherDataSetChangesTheStepsOfAnEpoch() {
        // 50,000 / 128 = 390.6.
        Training training = scaled(CATALOGUE.recipe("deit-small").orElseThrow(), 100, 128, 50000).document().training();
        assertThat(training.stepsPerEpoch()).isEqualTo(Input.of(391));
    }

    @Test
    void howABatchIsGatheredIsForgottenWithTheBatch() {
        assertThat(scaled("gpt2-nanogpt", 6000, SAME).document().training().accumulation()).isEqualTo(Input.of(40));
        assertThat(scaled("gpt2-nanogpt", 6000, 120).document().training().accumulation()).isEqualTo(Input.NONE);
    }

    static Stream<Recipe> recipes() {
        return CATALOGUE.recipes().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void nothingChangesWithoutAWish(Recipe recipe) {
        assertThat(RecipeScaling.scale(recipe, Target.of(recipe))).isEqualTo(new Scaled(recipe.document(), List.of()));
        assertThat(scaled(recipe, SAME, SAME, SAME)).isEqualTo(new Scaled(recipe.document(), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void whatIsScaledStillCompilesAndKeepsTheShare(Recipe recipe) {
        boolean inSteps = recipe.published().training().isSizedInSteps();
        for (long length : inSteps ? List.of(300L, 1777L, 12345L, 2_000_000L) : List.of(4L, 10L, 37L, 450L)) {
            for (long batch : List.of(SAME, 1L, 48L, 600L, 10000L)) {
                Scaled scaled = scaled(recipe, length, batch, SAME);
                assertThat(ScheduleCompiler.compileWhole(scaled.document(), Progress.NONE).problems())
                        .as("length %d, batch %d: %s", length, batch, scaled.changes())
                        .isEmpty();
            }
        }
    }
}
