package dev.annealer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.testing.CommandRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files in which there is no range test, and what is said of each.
class BadRunsTest {
    private static final String NO_TABLE = "; a run is a CSV, TSV or JSON file with a column for the learning rate "
            + "and one for the loss";
    private static final String NEEDED = "; a range test raises the learning rate step by step and logs the loss at each";

    @TempDir
    private Path folder;

    private static String rows(int count, IntFunction<String> row) {
        return "lr,loss\n" + IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private static String rate(int i) {
        return Double.toString(Math.pow(10, -6 + i / 5.0));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("empty", "", "the file is empty" + NO_TABLE),
                Arguments.of("blanks only", " \n\n\t\n", "the file holds nothing but blanks" + NO_TABLE),
                Arguments.of("one row", "lr,loss\n1e-3,2.3\n", "only 1 usable point; 10 are the least; record a "
                        + "longer test, of 100 points or so"),
                Arguments.of("header only", "lr,loss\n", "there is a header and nothing below it" + NO_TABLE),
                Arguments.of(
                        "text",
                        "Dear reader,\nthis is a letter, and no run at all.\nIt goes on, and on, for a while.\nYours, A.\n",
                        "line 3: this is no table of numbers (3 cells where there are 2 columns)" + NO_TABLE),
                Arguments.of("a page", "<html>\n<body>\n<p>404</p>\n</body>\n</html>\n", "this is no table of "
                        + "numbers" + NO_TABLE),
                Arguments.of("binary", "\u0000\u0001\u0002PNG\u0000\u0000\u0005\u0007", "this is a binary file, not a "
                        + "table; export the run as CSV or JSON"),
                Arguments.of(
                        "zip", "PK\u0003\u0004\u0000\u0000", "this is a zip archive, as spreadsheets and .npz files "
                                + "are; unpack it, or save the sheet as CSV"),
                Arguments.of(
                        "no learning rate",
                        "epoch,loss,accuracy\n" + "1,2.3,0.1\n2,2.2,0.2\n".repeat(8),
                        "no column looks like a learning rate: there are `epoch`, `loss`, `accuracy`;"
                                + " name it with --lr, choose it in the preview, or give the file that holds it as well"),
                Arguments.of(
                        "no loss",
                        rows(12, i -> rate(i) + "," + i).replace("loss", "accuracy"),
                        "no column looks like a loss: there are `lr`, `accuracy`;"
                                + " name it with --loss, choose it in the preview, or give the file that holds it as well"),
                Arguments.of("nan only", rows(20, i -> rate(i) + ",nan"), "no row has both a learning rate above 0 "
                        + "and a finite loss" + NEEDED),
                Arguments.of("no rate above 0", rows(20, i -> "0," + i), "no row has both a learning rate above 0 and "
                        + "a finite loss" + NEEDED),
                Arguments.of(
                        "constant loss",
                        rows(20, i -> rate(i) + ",2.3"),
                        "the loss is the same at every learning rate: nothing was learnt; check that the optimizer "
                                + "steps, and record it again"),
                Arguments.of("constant rate", rows(20, i -> "0.1," + (3 - i / 20.0)), "the learning rate never changes" + NEEDED),
                Arguments.of(
                        "descending",
                        rows(20, i -> rate(20 - i) + "," + (3 - i / 20.0)),
                        "the learning rate falls instead of rising: 20 points in 20 rises, each of fewer than 10" + NEEDED),
                Arguments.of(
                        "nine points",
                        rows(9, i -> rate(i) + "," + (3 - i / 20.0)),
                        "only 9 usable points; 10 are the least; record a longer test, of 100 points or so"),
                Arguments.of(
                        "broken JSON",
                        "{\n  \"lr\": [1e-7, 2e-7],\n  \"loss\": [2.3, oops]\n}\n",
                        "line 3, column 17: not JSON: `oops` does not belong here; mend the file there"),
                Arguments.of("half a JSON", "{\"lr\": [1e-7, 2e-7], \"loss\": [2.3, 2", "line 1, column 37: not JSON: "
                        + "it ends in the middle; mend the file there"),
                Arguments.of(
                        "JSON without numbers",
                        "{\"model\": \"resnet\", \"notes\": [\"a\", \"b\"]}",
                        "there are no numbers in this JSON; a run has arrays such as \"lr\" and \"loss\", or an "
                                + "object for each step"),
                Arguments.of(
                        "deep JSON",
                        "[".repeat(1000),
                        "not JSON: it is nested more than 64 deep; mend the file there"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithASentence(String name, String content, String sentence) throws Exception {
        Path file = Files.write(folder.resolve("run.csv"), content.getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of("find", file);
        assertThat(run.err()).isEqualTo("annealer: " + file + ": " + sentence + "\n");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aTracebackIsRefusedWithTheLine() throws Exception {
        Path file = Files.writeString(folder.resolve("log.csv"), """
                Traceback (most recent call last):
                  File "/home/x/train.py", line 142, in wrapper
                    return fn(*args, **kwargs)
                           ^^^^^^^^^^^^^^^^^^^
                  File "/home/x/model.py", line 228, in forward
                    x = self.conv(x, y, z)
                torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB.
                """);
        CommandRun run = CommandRun.of("find", file);
        assertThat(run.err()).startsWith("annealer: " + file + ": line ").contains(": this is no table of "
                + "numbers").endsWith(NO_TABLE + "\n");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void tenPointsAreEnough() throws Exception {
        Path file = Files.writeString(folder.resolve("ten.csv"), rows(10, i -> rate(i) + "," + (3 - i / 20.0)));
        CommandRun run = CommandRun.of("find", file);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith(file + ": 10 points, lr 1e-6 to 6.31e-5\n").contains("It has only 10 points");
    }

    @Test
    void aRateOfZeroAndRepeatedRatesAreLeftOutOrPassedOver() throws Exception {
        Path file = Files.writeString(folder.resolve("zero.csv"), rows(30, i -> (i == 0 ? "0" : rate(i - i % 2)) + "," + (3 - i / 20.0)));
        CommandRun run = CommandRun.of("find", file, "--smooth", "0");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(": 29 points", "1 row was left out: no finite loss, or no learning rate above 0.", "points "
                        + "repeat the learning rate before");
    }
}
