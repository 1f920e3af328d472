package dev.annealer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `annealer render` of LR range tests.
class RenderRunTest {
    private static final Path RUNS = Path.of("src/test/resources/runs");

    @TempDir
    private Path folder;

    private String err = "";

    private int run(Object... arguments) {
        var bytes = new ByteArrayOutputStream();
        int code = Annealer.run(
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new), new ByteArrayOutputStream(), bytes);
        err = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    /// The rates are those that fastai's and our rule give in EXPECTED.tsv (ema98; first 10, last 5).
    @Test
    void marksThePicksOnTheCurve() throws Exception {
        Path svg = folder.resolve("run.svg");
        assertThat(run("render", RUNS.resolve("lrf01_digits_logistic_sgdm.csv"), "--out", svg)).isZero();
        assertThat(Files.readString(svg)).contains("steepest  0.509", "fastai valley  0.026", "learning rate", ">1e-5<", ">0.1<");
    }

    @Test
    void hasTheSizeThatWasAskedFor() throws Exception {
        Path png = folder.resolve("run.png");
        Path file = RUNS.resolve("lrf04_digits_cnn_adamw.csv");
        assertThat(run("render", file, "--out", png, "--size", "640x320", "--theme", "dark", "--log")).isZero();
        var image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(320);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFF0D1117);
    }

    @Test
    void jsonIsARunWhereItIsNoDocument() throws Exception {
        var lr = new StringBuilder();
        var loss = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lr.append(i == 0 ? "" : ",").append(1e-6 * Math.pow(10, i / 10.0));
            loss.append(i == 0 ? "" : ",").append(i < 30 ? 3 - i * 0.05 : i);
        }
        Path json = Files.writeString(folder.resolve("history.json"), "{\"lr\": [" + lr + "], \"loss\": [" + loss + "]}");
        assertThat(run("render", json, "--out", folder.resolve("run.svg"))).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "empty.csv  | ''                        | the file is empty",
        "short.csv  | 'lr,loss\n1e-5,2\n1e-4,1' | only 2 usable points; 10 are the least",
        "half.json  | '{\"annealer\": 1, '      | the file ends in the middle",
        "text.json  | 'Dear all,'               | not JSON",
    })
    void whatIsNeitherIsRefusedInASentence(String name, String text, String said) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        assertThat(run("render", file, "--out", folder.resolve("run.svg"))).isEqualTo(3);
        assertThat(err).startsWith("annealer: " + file + ": ").contains(said).hasLineCount(1);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("none.csv");
        assertThat(run("render", file, "--out", folder.resolve("run.svg"))).isEqualTo(3);
        assertThat(err).isEqualTo("annealer: " + file + ": there is no such file or folder; check the name and the permissions\n");
    }
}
