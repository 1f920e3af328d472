package dev.annealer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.testing.Documents;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `export --check`, as a team's CI runs it.
class ExportCheckTest {
    @TempDir
    private Path folder;

    private Path first;
    private Path second;
    private Path exports;
    private String out = "";
    private String err = "";

    @BeforeEach
    void exportTwo() throws Exception {
        exports = folder.resolve("exports");
        first = write("first.json", document());
        second = write("second.json", document());
        assertThat(export()).isZero();
        assertThat(check()).isZero();
    }

    private static Document document() {
        return Documents.ofSteps(100, Documents.stage("", SchedulerType.STEP_LR, "step_size", "30"));
    }

    private Path write(String name, Document document) throws Exception {
        return Files.writeString(folder.resolve(name), DocumentWriter.write(document));
    }

    private int export() {
        return run("export", first, second, "--format", "pytorch", "--out-dir", exports);
    }

    private int check() {
        return run("export", first, second, "--format", "pytorch", "--out-dir", exports, "--check");
    }

    private int run(Object... arguments) {
        var written = new ByteArrayOutputStream();
        var said = new ByteArrayOutputStream();
        int code = Annealer.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new), written, said);
        out = written.toString(StandardCharsets.UTF_8);
        err = said.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void showsTheOneThatIsNotUpToDateAndWritesNothing() throws Exception {
        String before = Files.readString(exports.resolve("second.py"));
        write("second.json", document().withOptimizer(document().optimizer().withLr(new Input("0.2"))));
        assertThat(check()).isEqualTo(1);
        assertThat(out).contains("--- " + exports.resolve("second.py")).contains("-LR = 0.1\n+LR = 0.2\n").doesNotContain("first.py");
        assertThat(exports.resolve("second.py")).hasContent(before);
        assertThat(export()).isZero();
        assertThat(check()).isZero();
    }

    @Test
    void aFileThatIsMissingIsShownWhole() throws Exception {
        Files.delete(exports.resolve("first.py"));
        assertThat(check()).isEqualTo(1);
        assertThat(out).startsWith("--- /dev/null\n+++ " + exports.resolve("first.py") + "\n").contains("+LR = 0.1\n");
        assertThat(exports.resolve("first.py")).doesNotExist();
    }

    @Test
    void lineEndsOfWindowsAreNamed() throws Exception {
        Path file = exports.resolve("first.py");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(check()).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(err).isEqualTo("annealer: " + file + ": has line ends of Windows, and is the same otherwise; "
                + "in .gitattributes, `eol=lf` keeps git from changing them\n");
    }

    @Test
    void aMissingLastLineEndIsADifference() throws Exception {
        Path file = exports.resolve("first.py");
        Files.writeString(file, Files.readString(file).stripTrailing());
        assertThat(check()).isEqualTo(1);
        assertThat(out).contains("     dry_run()\n+\n");
    }

    @Test
    void theWorstCodeWins() throws Exception {
        Files.writeString(first, "{");
        Files.delete(exports.resolve("second.py"));
        assertThat(check()).isEqualTo(3);
        assertThat(out).contains("second.py");
        assertThat(err).contains("first.json");
    }

    @Test
    void whatATargetHasNoWordsForIsSaidAndWritesNothing() {
        assertThat(run("export", first, "--format", "huggingface", "--out-dir", folder.resolve("hf"))).isEqualTo(3);
        assertThat(err)
                .isEqualTo("annealer: " + first + ": not expressible in Hugging Face, because it has no name for what StepLR does; "
                        + "export to PyTorch, and give a Trainer what that builds: "
                        + "Trainer(optimizers=(optimizer, build_scheduler(optimizer)))\n");
        assertThat(folder.resolve("hf")).doesNotExist();
    }
}
