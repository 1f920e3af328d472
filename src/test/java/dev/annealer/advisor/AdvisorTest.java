package dev.annealer.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annealer.advisor.Answers.Budget;
import dev.annealer.advisor.Answers.Preference;
import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentWriter;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The documents for typical tasks, word by word. Figures are those of the papers and of their official configurations.
class AdvisorTest {
    private static final long IMAGENET = 1_281_167;

    private static Answers scratch(Architecture architecture, long epochs, long batch, long samples) {
        return new Answers(architecture, false, OptionalLong.of(epochs), batch, samples, false, Budget.NORMAL, Preference.USUAL,
                OptionalLong.empty());
    }

    private static Answers paper(Architecture architecture, long epochs, long batch, long samples) {
        return new Answers(architecture, false, OptionalLong.of(epochs), batch, samples, true, Budget.NORMAL, Preference.USUAL,
                OptionalLong.empty());
    }

    private static Answers pretrained(Architecture architecture, long epochs, long batch, long samples) {
        return new Answers(architecture, true, OptionalLong.of(epochs), batch, samples, false, Budget.NORMAL, Preference.USUAL,
                OptionalLong.empty());
    }

    private static Answers ofUnknownLength(Architecture architecture, boolean reproducesPaper) {
        return new Answers(architecture, false, OptionalLong.empty(), 64, 50_000, reproducesPaper, Budget.NORMAL,
                Preference.USUAL, OptionalLong.empty());
    }

    /// Without the notes, which are the reasons.
    private static void assertAdvises(Answers answers, String document) throws DocumentException {
        Document advised = Advisor.advise(answers).document();
        assertThat(DocumentWriter.write(advised.withNotes(""))).isEqualTo(document);
    }

    @Test
    void aVisionTransformerWarmsUpAndFallsAlongACosine() throws Exception {
        // Swin-T: 1e-3 at batch 1024, 20 epochs of warmup of 300, weight decay 0.05.
        assertAdvises(scratch(Architecture.VISION_TRANSFORMER, 300, 1024, IMAGENET), """
                {
                  "annealer": 1,
                  "name": "Vision transformer, warmup + cosine, 300 epochs",
                  "training": {
                    "epochs": 300,
                    "steps_per_epoch": 1252,
                    "batch_size": 1024,
                    "clip_grad_norm": 1,
                    "architecture": "vision_transformer",
                    "from_pretrained": false
                  },
                  "optimizer": {"type": "AdamW", "lr": 0.001, "weight_decay": 0.05, "betas": [0.9, 0.999]},
                  "schedule": {
                    "step_on": "batch",
                    "stages": [
                      {"scheduler": "LinearLR", "length": "20ep", "start_factor": 0.01},
                      {"scheduler": "CosineAnnealingLR", "eta_min": 1e-5}
                    ]
                  }
                }
                """);
    }

    @Test
    void aPaperOfCnnsDropsInSteps() throws Exception {
        // Goyal et al. 2017: 0.1 at batch 256, a tenth at 30, 60 and 80 of 90 epochs.
        assertAdvises(paper(Architecture.CNN, 90, 256, IMAGENET), """
                {
                  "annealer": 1,
                  "name": "CNN, paper's steps, 90 epochs",
                  "training": {
                    "epochs": 90,
                    "steps_per_epoch": 5005,
                    "batch_size": 256,
                    "architecture": "cnn",
                    "from_pretrained": false
                  },
                  "optimizer": {"type": "SGD", "lr": 0.1, "weight_decay": 1e-4, "momentum": 0.9},
                  "schedule": {
                    "step_on": "epoch",
                    "stages": [
                      {"scheduler": "MultiStepLR", "milestones": [30, 60, 80], "gamma": 0.1}
                    ]
                  }
                }
                """);
    }

    @Test
    void withALargerBatchThePapersDropsHaveAWarmupOverThem() throws Exception {
        assertAdvises(paper(Architecture.CNN, 100, 1024, IMAGENET), """
                {
                  "annealer": 1,
                  "name": "CNN, paper's steps, 100 epochs",
                  "training": {
                    "epochs": 100,
                    "steps_per_epoch": 1252,
                    "batch_size": 1024,
                    "architecture": "cnn",
                    "from_pretrained": false
                  },
                  "optimizer": {"type": "SGD", "lr": 0.4, "weight_decay": 1e-4, "momentum": 0.9},
                  "schedule": {
                    "step_on": "batch",
                    "stages": [
                      {
                        "scheduler": "ChainedScheduler",
                        "schedulers": [
                          {"scheduler": "LinearLR", "start_factor": 0.01, "total_iters": 6260},
                          {"scheduler": "MultiStepLR", "milestones": [37560, 75120, 112680], "gamma": 0.1}
                        ]
                      }
                    ]
                  }
                }
                """);
    }

    @Test
    void aVeryLargeBatchWarmsUpForTenEpochsAndScalesTheRate() throws Exception {
        // 0.1 x 8192 / 256
        assertAdvises(scratch(Architecture.CNN, 100, 8192, IMAGENET), """
                {
                  "annealer": 1,
                  "name": "CNN, warmup + cosine, 100 epochs",
                  "training": {
                    "epochs": 100,
                    "steps_per_epoch": 157,
                    "batch_size": 8192,
                    "architecture": "cnn",
                    "from_pretrained": false
                  },
                  "optimizer": {"type": "SGD", "lr": 3.2, "weight_decay": 1e-4, "momentum": 0.9},
                  "schedule": {
                    "step_on": "batch",
                    "stages": [
                      {"scheduler": "LinearLR", "length": "10ep", "start_factor": 0.01},
                      {"scheduler": "CosineAnnealingLR", "eta_min": 1e-5}
                    ]
                  }
                }
                """);
    }

    @Test
    void aFewDozenEpochsOfACnnAreOneCycle() throws Exception {
        assertAdvises(scratch(Architecture.CNN, 20, 256, 50_000), """
                {
                  "annealer": 1,
                  "name": "CNN, OneCycle, 20 epochs",
                  "training": {
                    "epochs": 20,
                    "steps_per_epoch": 196,
                    "batch_size": 256,
                    "architecture": "cnn",
                    "from_pretrained": false
                  },
                  "optimizer": {"type": "SGD", "lr": 0.1, "weight_decay": 1e-4, "momentum": 0.9},
                  "schedule": {
                    "step_on": "batch",
                    "stages": [
                      {"scheduler": "OneCycleLR", "max_lr": 0.1, "pct_start": 0.3, "cycle_momentum": false}
                    ]
                  }
                }
                """);
    }

    @Test
    void fineTuningBertIsConstantAndLowWithAHeadOfItsOwn() throws Exception {
        assertAdvises(pretrained(Architecture.LANGUAGE_TRANSFORMER, 3, 32, 100_000), """
                {
                  "annealer": 1,
                  "name": "Language model, fine-tuning, 3 epochs",
                  "training": {
                    "epochs": 3,
                    "steps_per_epoch": 3125,
                    "batch_size": 32,
                    "clip_grad_norm": 1,
                    "architecture": "language_transformer",
                    "from_pretrained": true
                  },
                  "optimizer": {
                    "type": "AdamW",
                    "lr": 0.001,
                    "weight_decay": 0.01,
                    "betas": [0.9, 0.999],
                    "param_groups": [
                      {"name": "backbone", "lr": 1e-5},
                      {"name": "head", "lr": 0.001}
                    ]
                  },
                  "schedule": {
                    "step_on": "epoch",
                    "stages": [
                      {"scheduler": "ConstantLR", "factor": 1}
                    ]
                  }
                }
                """);
    }

    @Test
    void aLanguageModelRisesForATenthAndFallsToZero() throws Exception {
        assertAdvises(scratch(Architecture.LANGUAGE_TRANSFORMER, 1, 512, 9_000_000), """
                {
                  "annealer": 1,
                  "name": "Language model, warmup + linear decay, 1 epoch",
                  "training": {
                    "steps": 17579,
                    "batch_size": 512,
                    "clip_grad_norm": 1,
                    "architecture": "language_transformer",
                    "from_pretrained": false
                  },
                  "optimizer": {"type": "AdamW", "lr": 5e-4, "weight_decay": 0.01, "betas": [0.9, 0.999]},
                  "schedule": {
                    "step_on": "batch",
                    "stages": [
                      {"scheduler": "LinearLR", "length": "10%", "start_factor": 0.01},
                      {"scheduler": "LinearLR", "start_factor": 1, "end_factor": 0}
                    ]
                  }
                }
                """);
    }

    @Test
    void segmentationFallsAlongAPowerOfNineTenths() throws Exception {
        assertAdvises(scratch(Architecture.SEGMENTATION, 100, 16, 2_975), """
                {
                  "annealer": 1,
                  "name": "Segmentation, polynomial, 100 epochs",
                  "training": {
                    "epochs": 100,
                    "steps_per_epoch": 186,
                    "batch_size": 16,
                    "architecture": "segmentation",
                    "from_pretrained": false
                  },
                  "optimizer": {"type": "SGD", "lr": 0.01, "weight_decay": 1e-4, "momentum": 0.9},
                  "schedule": {
                    "step_on": "batch",
                    "stages": [
                      {"scheduler": "PolynomialLR", "power": 0.9}
                    ]
                  }
                }
                """);
    }

    @Test
    void aDetectorDropsLateAndItsBackboneIsSlower() throws Exception {
        assertAdvises(pretrained(Architecture.DETECTOR, 26, 16, 118_000), """
                {
                  "annealer": 1,
                  "name": "Detector, late drops, 26 epochs",
                  "training": {
                    "epochs": 26,
                    "steps_per_epoch": 7375,
                    "batch_size": 16,
                    "architecture": "detector",
                    "from_pretrained": true
                  },
                  "optimizer": {
                    "type": "SGD",
                    "lr": 0.02,
                    "weight_decay": 1e-4,
                    "momentum": 0.9,
                    "param_groups": [
                      {"name": "backbone", "lr": 0.002},
                      {"name": "head", "lr": 0.02}
                    ]
                  },
                  "schedule": {
                    "step_on": "epoch",
                    "stages": [
                      {"scheduler": "MultiStepLR", "milestones": [16, 22], "gamma": 0.1}
                    ]
                  }
                }
                """);
    }

    @Test
    void whereTheLengthIsUnknownTheMetricDecides() throws Exception {
        assertAdvises(ofUnknownLength(Architecture.OTHER, false), """
                {
                  "annealer": 1,
                  "name": "Training, reduce on plateau",
                  "training": {
                    "epochs": 100,
                    "steps_per_epoch": 782,
                    "batch_size": 64,
                    "architecture": "other",
                    "from_pretrained": false
                  },
                  "optimizer": {"type": "AdamW", "lr": 0.001, "weight_decay": 0.01, "betas": [0.9, 0.999]},
                  "schedule": {
                    "step_on": "epoch",
                    "stages": [
                      {
                        "scheduler": "ReduceLROnPlateau",
                        "factor": 0.1,
                        "patience": 10,
                        "mode": "min",
                        "min_lr": 1e-5
                      }
                    ]
                  }
                }
                """);
    }

    @Test
    void aPaperKnowsItsLength() {
        Document advised = Advisor.advise(ofUnknownLength(Architecture.CNN, true)).document();
        assertThat(advised.training().epochs().text()).isEqualTo("90");
        assertThat(advised.schedule().stages().getFirst().scheduler().type().pytorchName()).isEqualTo("MultiStepLR");
    }

    @Test
    void everyAdviceGivesItsReasonsInOrder() {
        assertThat(Advisor.advise(scratch(Architecture.VISION_TRANSFORMER, 300, 1024, IMAGENET)).reasons())
                .extracting(Reason::rule)
                .containsExactly(
                        Guideline.LONG_RUN, Guideline.VISION_TRANSFORMER, Guideline.WARMUP, Guideline.GRADIENT_CLIPPING);
        assertThat(Advisor.advise(scratch(Architecture.CNN, 20, 256, 50_000)).reasons())
                .extracting(Reason::rule)
                .containsExactly(Guideline.MEDIUM_RUN, Guideline.ONE_CYCLE_PEAK, Guideline.CNN);
    }

    @Test
    void aBatchThatLeavesNoStepsIsMadeSmallerAndSaidSo() {
        // 10,000 samples at batch 8192 are 2 steps an epoch; at 256 they are 40, which three times is not yet 200.
        Advice advice = Advisor.advise(scratch(Architecture.CNN, 3, 8192, 10_000));
        assertThat(advice.document().training().batchSize().text()).isEqualTo("128");
        assertThat(advice.reasons().getLast().text())
                .isEqualTo("At batch 8192 the run has 6 steps, too few to warm up and decay on. At batch 128 it has 237.");
    }

    @Test
    void refusesWhatIsNoTraining() {
        assertThatThrownBy(() -> scratch(Architecture.CNN, 1, 8, 99)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scratch(Architecture.CNN, 0, 8, 1000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scratch(Architecture.CNN, 10, 0, 1000)).isInstanceOf(IllegalArgumentException.class);
    }
}
