package dev.annealer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.testing.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `find` as scripts see it.
class FindCommandTest {
    private static final Path RUNS = Path.of("src/test/resources/runs");
    private static final Path DIGITS = RUNS.resolve("lrf01_digits_logistic_sgdm.csv");
    private static final Path DIVERGED = RUNS.resolve("lrf12_diabetesraw_linear_sgd_nonfinite.csv");

    @TempDir
    private Path folder;

    private static JsonNode json(CommandRun run) {
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void answersInJson() {
        CommandRun run = CommandRun.of("find", DIGITS, "--smooth", "0", "--format", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        JsonNode sweep = json(run).get(0);
        assertThat(sweep.propertyNames())
                .containsExactly(
                        "file", "sweep", "lr_column", "loss_column", "points", "dropped", "smoothing", "already_smoothed", "picks",
                        "verdict", "use");
        assertThat(sweep.get("file").asString()).isEqualTo(DIGITS.toString());
        assertThat(sweep.get("sweep").asInt()).isZero();
        assertThat(sweep.get("lr_column").asString()).isEqualTo("lr");
        assertThat(sweep.get("loss_column").asString()).isEqualTo("loss");
        assertThat(sweep.get("points").asInt()).isEqualTo(100);
        assertThat(sweep.get("dropped").asInt()).isZero();
        assertThat(sweep.get("smoothing").asDouble()).isZero();
        assertThat(sweep.get("already_smoothed").asBoolean()).isFalse();

        JsonNode steepest = sweep.get("picks").get(0);
        assertThat(steepest.get("rule").asString()).isEqualTo("steepest");
        assertThat(steepest.get("lr").asDouble()).isEqualTo(0.42292428743894983);
        assertThat(steepest.get("row").asInt()).isEqualTo(82);
        assertThat(steepest.get("loss").asDouble()).isEqualTo(0.6099764704704285);
        assertThat(sweep.get("picks").size()).isEqualTo(9);
    }

    @Test
    void answersInAlignedText() {
        CommandRun run = CommandRun.of("find", DIGITS, "--smooth", "0");
        assertThat(run.out()).isEqualTo(DIGITS + """
                : 100 points, lr 1e-7 to 10
                  lr: `lr`, loss: `loss`, smoothing: 0

                  rule               lr        row  loss
                  steepest           0.4229     82  0.61
                  fastai-valley      0.04535    70  1.901
                  fastai-steep       0.4229     82  0.61
                  fastai-minimum     0.2257     91  0.1291
                  fastai-slide       0.001322   51  2.283
                  pytorch-lr-finder  0.4229     82  0.61
                  ignite             0.4229     82  0.61
                  lightning          0.4229     82  0.61
                  lightning-linear   9.326e-7   12  2.35

                  base_lr  SGD       0.4229   SGD takes the learning rate of the steepest descent itself
                  base_lr  Adam      0.04229  Adam and AdamW take a tenth of it: they are more sensitive
                  max_lr   OneCycle  2.96     OneCycle's peak is 5 to 10 times the steepest descent; never the minimum itself

                  The loss never rises again: the test ends before the model diverges, so the best learning rate may lie beyond 10. End it higher.
                  The rules disagree by 5.7 decades (lightning-linear 9.3e-7 to lightning 0.42): look at the curve, and prefer the middle of the descent.
                """);
    }

    @Test
    void saysWhereAGuessComesFrom() throws Exception {
        Path file = folder.resolve("yolo.csv");
        var text = new StringBuilder("x/lr0,train/box_loss\n");
        for (int i = 0; i < 12; i++) {
            text.append("1e").append(i - 8).append(',').append(12 - i).append('\n');
        }
        Files.writeString(file, text);
        assertThat(CommandRun.of("find", file).out())
                .contains("  lr: `x/lr0` (a guess, from a part of the name), loss: `train/box_loss` (a guess, from a "
                        + "part of the name)");
        Files.writeString(file, text.substring(text.indexOf("\n") + 1));
        assertThat(CommandRun.of("find", file).out())
                .contains("  lr: `column 1` (a guess, from the values), loss: `column 2` (a guess, from the values)");
        assertThat(CommandRun.of("find", file, "--lr", "column 1", "--loss", "column 2").out())
                .contains("  lr: `column 1`, loss: `column 2`, smoothing: 0.98");
    }

    @Test
    void everySweepIsAnAnswer() {
        JsonNode answers = json(CommandRun.of("find", "src/test/resources/tables/two_sweeps.csv", "--format", "json"));
        assertThat(answers.valueStream().map(answer -> answer.get("sweep").asInt())).containsExactly(0, 1);
        assertThat(answers.get(1).get("picks").get(3).get("row").asInt()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void saysWhatToUse() {
        JsonNode uses = json(CommandRun.of("find", DIGITS, "--format", "json")).get(0).get("use");
        double steepest = 0.5094138014816375;
        assertThat(uses.get(0).get("for").asString()).isEqualTo("base_lr");
        assertThat(uses.get(0).get("optimizer").asString()).isEqualTo("SGD");
        assertThat(uses.get(0).get("lr").asDouble()).isEqualTo(steepest);
        assertThat(uses.get(1).get("for").asString()).isEqualTo("base_lr");
        assertThat(uses.get(1).get("optimizer").asString()).isEqualTo("Adam");
        assertThat(uses.get(1).get("lr").asDouble()).isCloseTo(steepest / 10, within(1e-15));
        assertThat(uses.get(2).get("for").asString()).isEqualTo("max_lr");
        assertThat(uses.get(2).get("lr").asDouble()).isBetween(5 * steepest, 10 * steepest);
        assertThat(uses).allSatisfy(use -> assertThat(use.get("because").asString()).isNotBlank());
    }

    @Test
    void aRuleWithoutAPickSaysWhy() throws Exception {
        Path file = folder.resolve("rising.csv");
        var text = new StringBuilder("lr,loss\n");
        for (int i = 0; i < 12; i++) {
            text.append("1e").append(i - 8).append(',').append(i + 1).append('\n');
        }
        Files.writeString(file, text);
        JsonNode pick = json(CommandRun.of("find", file, "--format", "json", "--smooth", "0")).get(0).get("picks").get(0);
        assertThat(pick.get("lr").isNull()).isTrue();
        assertThat(pick.get("row").isNull()).isTrue();
        assertThat(pick.get("why").asString()).startsWith("the loss is lowest at the very start");
    }

    @Test
    void numbersGivenByHandReplaceEveryRulesOwn() {
        JsonNode picks =
                json(CommandRun.of("find", DIGITS, "--smooth", "0", "--skip-start", "90", "--skip-end", "0", "--format", "json"))
                        .get(0)
                        .get("picks");
        for (JsonNode pick : picks) {
            assertThat(pick.get("row").isNull() || pick.get("row").asInt() >= 90).as(pick.get("rule").asString()).isTrue();
        }
    }

    @Test
    void countsWhatWasDropped() {
        JsonNode sweep = json(CommandRun.of("find", DIVERGED, "--format", "json")).get(0);
        assertThat(sweep.get("points").asInt()).isEqualTo(275);
        assertThat(sweep.get("dropped").asInt()).isEqualTo(25);
        assertThat(sweep.get("verdict").toString()).contains("diverged");
    }

    @Test
    void joinsLearningRatesOfOneFileWithLossesOfAnother() throws Exception {
        var rates = new StringBuilder("Wall time,Step,Value\n");
        var losses = new StringBuilder("Wall time,Step,Value\n");
        for (int i = 0; i < 40; i++) {
            rates.append(1000 + i).append(',').append(i).append(',').append(Math.pow(10, -7 + i / 5.0)).append('\n');
            if (i % 2 == 0) {
                losses.append(1000 + i).append(',').append(i).append(',').append(2 - i / 40.0).append('\n');
            }
        }
        Path lr = Files.writeString(folder.resolve("run_learning_rate.csv"), rates);
        Path loss = Files.writeString(folder.resolve("run_train_loss.csv"), losses);
        JsonNode answers = json(CommandRun.of("find", loss, lr, "--format", "json", "--smooth", "0"));
        assertThat(answers.size()).isEqualTo(1);
        assertThat(answers.get(0).get("file").asString()).isEqualTo(loss.toString());
        assertThat(answers.get(0).get("points").asInt()).isEqualTo(20);
        JsonNode minimum = answers.get(0).get("picks").get(3);
        assertThat(minimum.get("row").asInt()).isEqualTo(14);
        assertThat(minimum.get("lr").asDouble()).isEqualTo(Math.pow(10, -7 + 28 / 5.0) / 10);
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
        CommandRun run = CommandRun.of("find", DIGITS, "--loss", "val_loss");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("annealer: " + DIGITS + ": there is no column `val_loss`; name one of `lr`, `loss`\n");
    }

    @Test
    void triesEveryFile() {
        CommandRun run = CommandRun.of("find", folder.resolve("none.csv"), DIGITS, "--format", "json");
        assertThat(run.code()).isEqualTo(3);
        assertThat(json(run).size()).isEqualTo(1);
        assertThat(run.err()).startsWith("annealer: " + folder.resolve("none.csv") + ": there is no such file or folder; ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "find a.csv --smooth 1       | --smooth 1.0 is not between 0 and 0.99",
        "find a.csv --smooth -0.1    | --smooth -0.1 is not between 0 and 0.99",
        "find a.csv --smooth nan     | --smooth NaN is not between 0 and 0.99",
        "find a.csv --skip-start -1  | --skip-start -1 is negative",
        "find a.csv --skip-end -1    | --skip-end -1 is negative",
        "find                        | Missing required parameter: 'CSV'",
    })
    void wrongUsageIsTwo(String arguments, String message) {
        CommandRun run = CommandRun.of((Object[]) arguments.replace("nan", "NaN").split(" +"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("annealer: " + message + "\n");
    }
}
