package dev.annealer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.storage.DocumentSchema;
import dev.annealer.storage.DocumentStore;
import dev.annealer.testing.Documents;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// The command line as scripts see it: arguments in; standard output, standard error and the exit code out.
class AnnealerTest {
    private static final Document DROPS =
            Documents.ofEpochs(4, Documents.stage("", SchedulerType.STEP_LR, "step_size", "2", "gamma", "0.5"));

    @TempDir
    private Path folder;

    private Path document;
    private String out = "";
    private String err = "";

    @BeforeEach
    void saveDocument() throws Exception {
        document = folder.resolve("drops.json");
        new DocumentStore().save(document, DROPS);
    }

    private int run(Object... arguments) {
        var outBytes = new ByteArrayOutputStream();
        var errBytes = new ByteArrayOutputStream();
        int code = Annealer.run(
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new), outBytes, errBytes);
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void traces() {
        assertThat(run("trace", document)).isZero();
        assertThat(out).isEqualTo("""
                step,epoch,lr,momentum
                0,0.0,0.1,0.9
                1,1.0,0.1,0.9
                2,2.0,0.05,0.9
                3,3.0,0.05,0.9
                """);
        assertThat(err).isEmpty();
    }

    @Test
    void tracesAPartOfTheRun() {
        assertThat(run("trace", document, "--from", "1", "--to", "4", "--every", "2")).isZero();
        assertThat(out).isEqualTo("step,epoch,lr,momentum\n1,1.0,0.1,0.9\n3,3.0,0.05,0.9\n");
        assertThat(run("trace", document, "--from", "9")).isZero();
        assertThat(out).isEqualTo("step,epoch,lr,momentum\n");
    }

    @Test
    void tracesGroupsWithQuotedNamesAndNoMomentum() throws Exception {
        Document groups = Documents.withGroups(DROPS, 0.1, 1);
        var named = groups.optimizer().groups().getFirst().withName("a, \"b\"");
        var optimizer = groups.optimizer().withType("Adagrad");
        new DocumentStore().save(
                document,
                groups.withOptimizer(optimizer.withGroups(List.of(named, groups.optimizer().groups().get(1)))));

        assertThat(run("trace", document, "--to", "1")).isZero();
        assertThat(out).isEqualTo("step,epoch,\"lr_a, \"\"b\"\"\",lr_b,momentum\n0,0.0,0.1,1.0,\n");
    }

    @Test
    void tracesSeveralIntoAFolderAndGoesOnAfterABadOne() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{}");
        Path good = folder.resolve("good.json");
        new DocumentStore().save(good, DROPS);
        Path target = folder.resolve("new/traces");

        assertThat(run("trace", document, bad, good, "--out-dir", target)).isEqualTo(3);
        assertThat(err).isEqualTo("annealer: " + bad + ": annealer: is missing; a document begins with \"annealer\": 1\n");
        assertThat(target).isDirectoryContaining("glob:**drops.csv").isDirectoryContaining("glob:**good.csv");
    }

    @Test
    void refusesToWriteTwoDocumentsToOneFile() throws Exception {
        Path other = folder.resolve("sub/drops.json");
        Files.createDirectories(other.getParent());
        new DocumentStore().save(other, DROPS);
        Path target = folder.resolve("traces");

        assertThat(run("trace", document, other, "--out-dir", target)).isEqualTo(3);
        assertThat(err).isEqualTo("annealer: " + other + ": " + target.resolve("drops.csv") + " is written for " + document
                + " already; rename one of them\n");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "trace a.json b.json             | 2 documents need --out-dir",
        "trace a.json --from -1          | --from -1 is negative",
        "trace a.json --from 5 --to 3    | --to 3 lies before --from 5",
        "trace a.json --every 0          | --every 0 is below 1",
        "export a.json                   | Missing required option: '--format=FORMAT'",
        "export a.json --format rust     | there is no format `rust`; use one of pytorch, lightning, huggingface, optax, keras, java, djl, csv, json",
        "export a.json --format java --check | --check needs --out or --out-dir, to know what to check",
        "export a.json b.json --format java --out x | 2 documents can't be written to one --out; use --out-dir",
        "export a.json --format java --out x --out-dir y | --out and --out-dir can't be given together",
        "lint                            | Missing required parameter: 'DOC'",
        "lint a.json --fail-on info      | Invalid value for option '--fail-on': expected one of [error, warning, never]"
                + " (case-insensitive) but was 'info'",
        "lint a.json --format xml        | Invalid value for option '--format': expected one of [text, json]"
                + " (case-insensitive) but was 'xml'",
        "render a.json                   | Missing required option: '--out=FILE'",
        "render a.json --out a.gif       | --out a.gif ends neither with .png nor with .svg",
        "render a.json --out a.png --size 5x5 | --size 5x5 is no size of a picture; give one like 1200x600, from 100 to 20000",
        "trace                           | Missing required parameter: 'DOC'",
        "trase a.json                    | Unmatched arguments from index 0: 'trase', 'a.json'",
    })
    void wrongUsageIsTwo(String arguments, String message) {
        assertThat(run((Object[]) arguments.split(" +"))).isEqualTo(2);
        assertThat(err).startsWith("annealer: " + message + "\n").doesNotContain("\tat ");
        assertThat(out).isEmpty();
    }

    @Test
    void exportsAndChecks() throws Exception {
        Path target = folder.resolve("drops.py");
        assertThat(run("export", document, "--format", "pytorch", "--out", target)).isZero();
        assertThat(run("export", document, "--format", "pytorch", "--out", target, "--check")).isZero();
        assertThat(out).isEmpty();

        new DocumentStore().save(document, DROPS.withTraining(DROPS.training().withEpochs(new Input("5"))));
        byte[] before = Files.readAllBytes(target);
        assertThat(run("export", document, "--format", "pytorch", "--out", target, "--check")).isEqualTo(1);
        assertThat(out).contains("--- " + target, "+++ " + target, "-EPOCHS = 4\n+EPOCHS = 5\n");
        assertThat(Files.readAllBytes(target)).isEqualTo(before);
    }

    @Test
    void checksAMissingFile() {
        assertThat(run("export", document, "--format", "json", "--out", folder.resolve("none.json"), "--check")).isEqualTo(1);
        assertThat(out).startsWith("--- /dev/null\n").contains("+  \"annealer\": 1,\n");
    }

    @ParameterizedTest
    @CsvSource({"pytorch, drops.py", "lightning, drops.py", "optax, drops.py", "keras, drops.py", "java, Drops.java", "djl, DropsTracker.java",
        "json, drops.json", "csv, drops.csv"})
    void exportsUnderTheDocumentsName(String format, String name) {
        Path target = folder.resolve("out");
        assertThat(run("export", document, "--format", format, "--out-dir", target)).isZero();
        assertThat(target).isDirectoryContaining("glob:**/" + name);
    }

    @Test
    void isTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            run("export", document, "--format", "java");
            String english = out;
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            run("export", document, "--format", "java");
            assertThat(out).isEqualTo(english);
            run("trace", document);
            assertThat(out).contains("\n2,2.0,0.05,0.9\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void rendersPicturesWithoutADisplay() throws Exception {
        Path png = folder.resolve("a.png");
        assertThat(run("render", document, "--out", png, "--size", "640x320", "--theme", "dark", "--log")).isZero();
        var image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(320);
        assertThat(image.getRGB(1, 1)).isEqualTo(0xFF0D1117);

        Path svg = folder.resolve("a.svg");
        assertThat(run("render", document, "--out", svg)).isZero();
        String first = Files.readString(svg);
        assertThat(first).contains("<svg", "StepLR", "learning rate");
        assertThat(run("render", document, "--out", svg)).isZero();
        assertThat(Files.readString(svg)).isEqualTo(first);
    }

    /// The cosine keeps the T_max of all epochs.
    private Path mistaken(String name) throws Exception {
        Path file = folder.resolve(name);
        Document mistaken = Documents.ofEpochs(
                20,
                Documents.stage("5", SchedulerType.LINEAR_LR, "start_factor", "0.01"),
                Documents.stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "20"));
        new DocumentStore().save(file, mistaken);
        return file;
    }

    @Test
    void lintsAsTextAndFailsOnErrors() throws Exception {
        Path file = mistaken("run.json");
        assertThat(run("lint", file)).isEqualTo(1);
        assertThat(out.lines().toList().getFirst())
                .isEqualTo(file + ": schedule.stages[1].T_max: error horizon-mismatch: T_max is 20 but the stage has 15 steps:"
                        + " it is cut off on its way, at an LR of 0.0206");
        assertThat(err).isEmpty();
        assertThat(run("lint", file, "--fail-on", "never")).isZero();
        assertThat(run("lint", document)).isZero();
    }

    @Test
    void lintsSeveralAsJsonAndGoesOnAfterABadOne() throws Exception {
        Path file = mistaken("run.json");
        Path bad = Files.writeString(folder.resolve("bad.json"), "{}");
        assertThat(run("lint", bad, file, document, "--format", "json")).isEqualTo(3);
        assertThat(err).startsWith("annealer: " + bad + ": annealer: is missing");
        var answers = new JsonMapper().readTree(out);
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).get("file").asString()).isEqualTo(file.toString());
        var finding = answers.get(0).get("findings").get(0);
        assertThat(finding.propertyNames()).containsExactly("rule", "severity", "where", "message", "fixable");
        assertThat(finding.get("rule").asString()).isEqualTo("horizon-mismatch");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("where").asString()).isEqualTo("schedule.stages[1].T_max");
        assertThat(finding.get("fixable").asBoolean()).isTrue();
        assertThat(answers.get(1).get("file").asString()).isEqualTo(document.toString());
        assertThat(run("lint", bad, "--format", "json")).isEqualTo(3);
        assertThat(out).isEqualTo("[ ]\n");
    }

    @Test
    void helpsAndTellsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out).matches("annealer \\d+\\.\\d+.*\\R");
        assertThat(run("trace", "--help")).isZero();
        assertThat(out).contains("Usage: annealer trace");
        assertThat(run("generate-completion")).isZero();
        assertThat(out).contains("complete -F");
    }

    @Test
    void unreadableFilesAreThree() {
        assertThat(run("trace", folder.resolve("none.json"))).isEqualTo(3);
        assertThat(err).isEqualTo("annealer: " + folder.resolve("none.json")
                + ": there is no such file or folder; check the name and the permissions\n");
        assertThat(run("trace", document, "--out-dir", document)).isEqualTo(3);
        assertThat(err).startsWith("annealer: ").doesNotContain("\tat ");
    }

    @Test
    void onlyADocumentOrNothingAsksForTheWindow() {
        assertThat(Annealer.asksForWindow(new String[] {})).isTrue();
        assertThat(Annealer.asksForWindow(new String[] {"run.json"})).isTrue();
        assertThat(Annealer.asksForWindow(new String[] {"folder/run"})).isTrue();
        assertThat(Annealer.asksForWindow(new String[] {"trace"})).isFalse();
        assertThat(Annealer.asksForWindow(new String[] {"--help"})).isFalse();
        assertThat(Annealer.asksForWindow(new String[] {"trase"})).isFalse();
        assertThat(Annealer.asksForWindow(new String[] {"trace", "run.json"})).isFalse();
    }

    @Test
    void showsAPreviewWhereThereIsNoWindow() throws Exception {
        System.setProperty(Preview.FOLDER_PROPERTY, folder.toString());
        var printed = new ByteArrayOutputStream();
        int code = new Preview(printed, printed).show(new String[] {document.toString()}, DROPS, "No display.");

        assertThat(code).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("No display. ")
                .contains("drops: 4 scheduler steps", "first           step        0   lr 0.1", "lr 0.05")
                .contains("\nNo findings.\n")
                .contains(folder.resolve("annealer-preview.png").toString());
        assertThat(ImageIO.read(folder.resolve("annealer-preview.png").toFile()).getWidth()).isEqualTo(1200);

        printed.reset();
        new Preview(printed, printed).show(new String[] {mistaken("run.json").toString()}, DROPS, "No display.");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("\nFindings:\n  schedule.stages[1].T_max: error horizon-mismatch: T_max is 20 but the stage has 15 steps");
    }

    @Test
    void printsTheSchema() {
        assertThat(run("schema")).isZero();
        assertThat(out).isEqualTo(DocumentSchema.text()).endsWith("}\n").contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"");
        assertThat(err).isEmpty();
    }

    @Test
    void writesThroughALinkAndRefusesOneThatLoops() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.py"), Path.of("real.py"));
        assertThat(run("export", document, "--format", "pytorch", "--out", link)).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("real.py")).isRegularFile().isNotEmptyFile();
        Path loop = Files.createSymbolicLink(folder.resolve("loop.py"), Path.of("loop.py"));
        assertThat(run("export", document, "--format", "pytorch", "--out", loop)).isEqualTo(3);
        assertThat(loop).isSymbolicLink();
    }
}
