package dev.annealer.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Problem;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are no documents, or none that a training could use; beside each what is said about it, a problem a line.
class BrokenDocumentsTest {
    static Stream<Path> documents() {
        return Golden.files("documents/broken", ".json").stream();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void areRefusedWithThePlaceAndWhatToDo(Path file) throws Exception {
        List<String> said = problems(file).stream().map(Problem::toString).toList();
        assertThat(said).isEqualTo(Files.readAllLines(Golden.beside(file, ".txt")));
    }

    private static List<Problem> problems(Path file) throws Exception {
        try {
            return ScheduleCompiler.compileWhole(DocumentReader.read(Files.readAllBytes(file)), Progress.NONE).problems();
        } catch (DocumentException e) {
            return e.problems();
        }
    }
}
