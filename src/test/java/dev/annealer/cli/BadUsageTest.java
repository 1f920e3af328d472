package dev.annealer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annealer.document.SchedulerType;
import dev.annealer.storage.DocumentStore;
import dev.annealer.testing.CommandRun;
import dev.annealer.testing.Documents;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong around a command: a sentence, the right code, and nothing of the user's lost.
class BadUsageTest {
    private static final String SCRIPT = """
            import torch
            opt = torch.optim.SGD(model.parameters(), lr=0.1)
            sched = torch.optim.lr_scheduler.StepLR(opt, 30)
            """;

    @TempDir
    private Path folder;

    private Path document;
    private CommandRun last = new CommandRun(0, "", "");

    @BeforeEach
    void saveDocument() throws Exception {
        document = folder.resolve("drops.json");
        new DocumentStore().save(document, Documents.ofEpochs(4, Documents.stage("", SchedulerType.STEP_LR, "step_size", "2")));
    }

    private int run(Object... arguments) {
        last = CommandRun.of(arguments);
        return last.code();
    }

    /// Standard output that takes so many bytes and then fails.
    private static OutputStream failingAfter(int bytes, String reason) {
        return new OutputStream() {
            private int left = bytes;

            @Override
            public void write(int value) throws IOException {
                if (left-- <= 0) {
                    throw new IOException(reason);
                }
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"trace", "schema", "--help", "lint --format json"})
    void aFullDiskBehindStandardOutputIsToldAndIsThree(String command) {
        String[] words = command.split(" ");
        Object[] arguments = command.startsWith("trace") || command.startsWith("lint")
                ? concat(words, document.toString())
                : words;
        CommandRun run = CommandRun.into(failingAfter(10, "No space left on device"), arguments);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo(
                "annealer: standard output: it can't be written (No space left on device); send it somewhere else\n");
    }

    @ParameterizedTest
    @CsvSource({"trace", "lint --format json", "export --format pytorch"})
    void aReaderThatHasSeenEnoughIsNoError(String command) {
        CommandRun run = CommandRun.into(failingAfter(10, "Broken pipe"), concat(command.split(" "), document.toString()));
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    private static Object[] concat(String[] words, String last) {
        Object[] all = Arrays.copyOf(words, words.length + 1, Object[].class);
        all[words.length] = last;
        return all;
    }

    @Test
    void whatIsReadIsNotReplacedByWhatIsMadeOfIt() throws Exception {
        Path script = Files.writeString(folder.resolve("train.py"), SCRIPT);
        Path run = Files.writeString(folder.resolve("run.csv"), "lr;loss\n0,1;2\n0,2;1\n");
        byte[] before = Files.readAllBytes(document);
        String lost = ": this is the file that is read, and writing it would lose what it holds; choose another name\n";

        assertThat(run("export", document, "--format", "pytorch", "--out", folder.resolve("./drops.json"))).isEqualTo(3);
        assertThat(last.err()).isEqualTo("annealer: " + folder.resolve("./drops.json") + lost);
        assertThat(document).hasBinaryContent(before);
        assertThat(run("import", script, "--out", script)).isEqualTo(3);
        assertThat(script).hasContent(SCRIPT);
        assertThat(run("convert", run, "--out", run)).isEqualTo(3);
        assertThat(run).hasContent("lr;loss\n0,1;2\n0,2;1\n");
    }

    @Test
    void aDocumentMayBeMadeCanonicalWhereItIs() throws Exception {
        byte[] canonical = Files.readAllBytes(document);
        Files.writeString(document, Files.readString(document).replace("\n", "\n  "));
        assertThat(run("export", document, "--format", "json", "--out", document)).isZero();
        assertThat(document).hasBinaryContent(canonical);
    }

    @Test
    void whereAFileCantBeWrittenItIsNamedWithWhatToDo() throws Exception {
        Path inside = document.resolve("drops.csv");
        assertThat(run("trace", document, "--out-dir", document)).isEqualTo(3);
        assertThat(last.err()).isEqualTo("annealer: " + inside + ": it can't be written: " + document
                + " is a file, not a folder; choose another place for it\n");
        assertThat(run("render", document, "--out", "/")).isEqualTo(2);
        assertThat(last.err()).startsWith("annealer: --out / ends neither with .png nor with .svg\n");
        Path taken = Files.createDirectory(folder.resolve("taken"));
        assertThat(run("export", document, "--format", "java", "--out", taken, "--check")).isEqualTo(3);
        assertThat(last.err()).isEqualTo("annealer: " + taken
                + ": it can't be read: it is a folder; name the file that the export was written to\n");
        assertThat(run("export", document, "--format", "java", "--out", taken)).isEqualTo(3);
        assertThat(last.err()).isEqualTo("annealer: " + taken + ": it can't be written: it is a folder; choose another place for it\n");
    }

    @Test
    void aReplacedFileKeepsItsPermissionsAndItsLink() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path code = Files.writeString(folder.resolve("code.py"), "old");
        Files.setPosixFilePermissions(code, PosixFilePermissions.fromString("rwxr-x---"));
        Path link = Files.createSymbolicLink(folder.resolve("link.py"), code);

        assertThat(run("export", document, "--format", "pytorch", "--out", link)).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(code)).contains("def build_scheduler");
        assertThat(Files.getPosixFilePermissions(code)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void namesOfOthersStayOnOneLine() throws Exception {
        Path odd = folder.resolve("a\n\u001b[31mb.json");
        assertThat(run("lint", odd)).isEqualTo(3);
        assertThat(last.err()).isEqualTo("annealer: " + folder
                + "/a\\n\\u001b[31mb.json: there is no such file or folder; check the name and the permissions\n");
    }

    @Test
    void aFileMayBeginWithAnAt() throws Exception {
        assertThat(run("lint", "@none.json")).isEqualTo(3);
        assertThat(last.err()).startsWith("annealer: @none.json: there is no such file or folder");
    }

    @Test
    void aDocumentGivenTwiceIsWrittenOnce() {
        assertThat(run("trace", document, document, "--out-dir", folder.resolve("traces"))).isEqualTo(3);
        assertThat(last.err()).isEqualTo("annealer: " + document + ": it is given twice; leave one out\n");
    }

    @Test
    void aClassIsNamedWithoutAccents() throws Exception {
        Path named = folder.resolve("named.json");
        new DocumentStore().save(named, DocumentStore.read(document).document().withName("Über-cool: Cañón"));
        assertThat(run("export", named, "--format", "java", "--out-dir", folder)).isZero();
        assertThat(Files.readString(folder.resolve("UberCoolCanon.java"))).contains("public final class UberCoolCanon {");
    }

    @Test
    void oneColumnCantBeBoth() throws Exception {
        Path run = Files.writeString(folder.resolve("run.csv"), "lr,loss\n0.1,2\n0.2,1\n");
        assertThat(run("find", run, "--loss", "lr")).isEqualTo(3);
        assertThat(last.err()).isEqualTo("annealer: " + run
                + ": the learning rate and the loss can't both be the column `lr`; name them with --lr and --loss\n");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "trace a.json --from abc      | Invalid value for option '--from': `abc` is no whole number",
        "trace a.json --to 1e3        | Invalid value for option '--to': `1e3` is no whole number",
        "find a.csv --skip-start 9999999999 | Invalid value for option '--skip-start': `9999999999` is no whole number"
                + " below 2147483648",
        "find a.csv --smooth 0,5      | Invalid value for option '--smooth': `0,5` is no number, such as 0.98",
        "find a.csv --format xml      | Invalid value for option '--format': expected one of [text, json]"
                + " (case-insensitive) but was 'xml'",
        "render a.json --out a.png --theme blue | Invalid value for option '--theme': expected one of [light, dark]"
                + " (case-insensitive) but was 'blue'",
    })
    void wrongNumbersAndWordsAreTwo(String arguments, String message) {
        assertThat(run((Object[]) arguments.split(" +"))).isEqualTo(2);
        assertThat(last.err()).startsWith("annealer: " + message + "\n");
        assertThat(last.out()).isEmpty();
    }

    @Test
    void namesThatCantBeAreRefusedInASentence() {
        assertThat(run("lint", "")).isEqualTo(2);
        assertThat(last.err()).startsWith("annealer: Invalid value for positional parameter at index 0..* (DOC): the name is empty; "
                + "name a file or a folder\n");
        assertThat(run("lint", "a\0b.json")).isEqualTo(2);
        assertThat(last.err()).startsWith("annealer: Invalid value for positional parameter at index 0..* (DOC): `a\\u0000b.json` has "
                + "characters that names of files can't have here; where the locale is C or POSIX, set LC_ALL=C.UTF-8\n");
    }

    @Test
    void severalTablesOfWhichNoneCanBeReadAreAnEmptyArray() {
        assertThat(run("convert", "--format", "json", folder.resolve("a.csv"), folder.resolve("b.csv"))).isEqualTo(3);
        assertThat(last.out()).isEqualTo("[ ]\n");
    }
}
