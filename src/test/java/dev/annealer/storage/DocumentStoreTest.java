package dev.annealer.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentStoreTest {
    private static final Document COSINE =
            Documents.ofEpochs(90, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR, "eta_min", "1e-5"));

    private final DocumentStore store = new DocumentStore();

    @TempDir
    private Path folder;

    static Stream<Path> documents() {
        return Stream.concat(Golden.files("golden/traces", ".json").stream(), Golden.files("golden/lambdas", ".json").stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void canonicalTextReadsBackAndIsWrittenTheSame(Path file) throws Exception {
        Document document = DocumentReader.read(Files.readAllBytes(file));
        String text = DocumentWriter.write(document);

        Document again = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(again).isEqualTo(document);
        assertThat(DocumentWriter.write(again)).isEqualTo(text);
        assertThat(text).endsWith("}\n").doesNotContain("\r").doesNotContain("E-");
    }

    @Test
    void writesTheLayoutThatPeopleReadInDiffs() throws Exception {
        assertThat(DocumentWriter.write(COSINE.withName("Über \"cosine\"").withNotes("a\nb"))).isEqualTo("""
                {
                  "annealer": 1,
                  "name": "Über \\"cosine\\"",
                  "notes": "a\\nb",
                  "training": {"epochs": 90},
                  "optimizer": {"type": "SGD", "lr": 0.1, "momentum": 0.9},
                  "schedule": {
                    "step_on": "epoch",
                    "stages": [
                      {"scheduler": "CosineAnnealingLR", "eta_min": 1e-5}
                    ]
                  }
                }
                """);
    }

    @Test
    void keepsPythonsIntsAndFloatsApart() throws Exception {
        var constants = new LinkedHashMap<String, Input>();
        constants.put("a", new Input("500"));
        constants.put("b", new Input("500.0"));
        constants.put("c", new Input("1e3"));
        var stage = Documents.stage("", SchedulerType.LAMBDA_LR, "lr_lambda", "a", "constants", new Value.Constants(constants));

        assertThat(DocumentWriter.write(Documents.ofSteps(3, stage)))
                .contains("\"constants\": {\"a\": 500, \"b\": 500.0, \"c\": 1000.0}");
    }

    @Test
    void refusesToSaveHalfTypedNumbers() throws Exception {
        Path file = folder.resolve("a.json");
        store.save(file, COSINE);
        byte[] before = Files.readAllBytes(file);
        Document halfTyped = COSINE.withOptimizer(COSINE.optimizer().withLr(new Input("3e-")));

        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> store.save(file, halfTyped))
                .withMessage("optimizer.lr: `3e-` is not a number; finish or clear it before saving");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void savesWithoutATraceOfTheWayThere() throws Exception {
        Path file = folder.resolve("a.json");
        store.save(file, COSINE);
        store.save(file, COSINE.withName("again"));

        assertThat(folder).isDirectoryContaining("glob:**a.json");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(DocumentStore.read(file).document().name()).isEqualTo("again");
    }

    @Test
    void keepsLinksAndPermissions() throws Exception {
        Path file = folder.resolve("a.json");
        store.save(file, COSINE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        store.save(link, COSINE.withName("through the link"));

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-rw----");
        assertThat(DocumentStore.read(file).document().name()).isEqualTo("through the link");
    }

    @Test
    void noticesThatSomebodyElseWroteTheFile() throws Exception {
        Path file = folder.resolve("a.json");
        store.save(file, COSINE);
        assertThat(store.hasChanged(file)).isFalse();

        new DocumentStore().save(file, COSINE.withName("theirs"));
        assertThat(store.hasChanged(file)).isTrue();
        store.acknowledge(file);
        assertThat(store.hasChanged(file)).isFalse();
    }

    @Test
    void onlyWhatWasTakenIsKnown() throws Exception {
        Path file = folder.resolve("a.json");
        store.save(file, COSINE);
        new DocumentStore().save(file, COSINE.withName("theirs"));
        DocumentStore.Content theirs = DocumentStore.read(file);
        assertThat(store.hasChanged(file)).isTrue();
        new DocumentStore().save(file, COSINE.withName("theirs, again"));
        store.acknowledge(theirs);
        assertThat(store.hasChanged(file)).as("written since it was read").isTrue();
        store.acknowledge(DocumentStore.read(file));
        assertThat(store.hasChanged(file)).isFalse();
    }

    @Test
    void saysWhyAFileCantBeRead() {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> DocumentStore.read(folder.resolve("missing.json")))
                .withMessage("there is no such file or folder; check the name and the permissions");
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> DocumentStore.read(folder))
                .withMessage("this is a folder; name a document in it");
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> store.save(folder.resolve("no/such/a.json"), COSINE))
                .withMessage("there is no such file or folder; choose another place");
    }

    @Test
    void draftsKeepHalfTypedTextAndAreOfferedOnlyOfDeadPrograms() throws Exception {
        Document halfTyped = COSINE.withOptimizer(COSINE.optimizer().withLr(new Input("3e-")).withType(""))
                .withTraining(COSINE.training().withEpochs(Input.NONE));
        long deadProcess = 99_999_999L;
        new DraftStore(folder, deadProcess).save(halfTyped, folder.resolve("mine.json"));
        var mine = new DraftStore(folder);
        mine.save(COSINE, null);

        assertThat(mine.abandoned()).singleElement().satisfies(draft -> {
            assertThat(draft.document()).isEqualTo(halfTyped);
            assertThat(draft.origin()).isEqualTo(folder.resolve("mine.json"));
        });
        mine.delete(Long.toString(deadProcess));
        mine.clear();
        assertThat(mine.abandoned()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
