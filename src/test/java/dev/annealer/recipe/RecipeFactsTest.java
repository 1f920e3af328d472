package dev.annealer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.ScheduleCompiler;
import org.junit.jupiter.api.Test;

class RecipeFactsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private static RecipeFacts facts(String id) {
        Document document = CATALOGUE.recipe(id).orElseThrow().document();
        return RecipeFacts.of(document, ScheduleCompiler.compileWhole(document, Progress.NONE).compiled().orElseThrow());
    }

    @Test
    void areReadOffTheSchedule() {
        RecipeFacts facts = facts("vit-b16-torchvision");
        assertThat(facts.optimizer()).isEqualTo("AdamW");
        assertThat(facts.peaks()).containsExactly(0.003);
        assertThat(facts.batch()).isEqualTo(Input.of(4096));
        assertThat(facts.run().epochs()).hasValue(300);
        assertThat(facts.warmup()).isEqualTo(30);
        assertThat(facts.decay()).containsExactly(SchedulerType.COSINE_ANNEALING_LR);
        // 3e-3 x (1 + cos(pi x 269 / 270)) / 2.
        assertThat(facts.last()).isCloseTo(1.0154e-7, within(1e-11));
    }

    @Test
    void aWarmupEndsWhereItsStageDoes() {
        assertThat(facts("bert-base").warmup()).isEqualTo(10000);
        assertThat(facts("swin-tiny").warmup()).isEqualTo(25020);
    }

    @Test
    void orWhereTheRiseInsideOneSchedulerDoes() {
        assertThat(facts("transformer-base").warmup()).isEqualTo(3999);
        assertThat(facts("fastai-one-cycle").warmup()).isEqualTo(489);
        assertThat(facts("deeplabv3-detectron2").warmup()).isEqualTo(1000);
    }

    @Test
    void aRunThatBeginsAtItsPeakHasNone() {
        assertThat(facts("resnet50-torchvision-v1").warmup()).isZero();
        assertThat(facts("gpt2-modded-nanogpt").warmup()).isZero();
        assertThat(facts("gpt2-modded-nanogpt").decay()).containsExactly(SchedulerType.CONSTANT_LR, SchedulerType.LINEAR_LR);
    }

    @Test
    void everyGroupHasItsPeak() {
        assertThat(facts("detr-resnet50").peaks()).containsExactly(1e-4, 1e-5);
    }
}
