package dev.annealer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.python.value.PyValue;
import dev.annealer.storage.DocumentReader;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Scripts, each beside the document that a person made of it.
class ScriptImporterTest {
    static Stream<Path> scripts() {
        return Stream.of(Golden.files("scripts", ".py"), Golden.files("scripts", ".ipynb"), Golden.files("scripts/mistakes", ".py"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void scriptBecomesTheDocumentThatAPersonMadeOfIt(Path script) throws Exception {
        ScriptImport result = ScriptImporter.read(ScriptFile.read(script), Map.of());
        Document expected = DocumentReader.read(Files.readAllBytes(Golden.beside(script, ".json")));
        assertThat(result.failures()).isEmpty();
        assertThat(DocumentWriter.write(result.document().orElseThrow())).isEqualTo(DocumentWriter.write(expected));
    }

    @Test
    @DisplayName("what the script does not say is asked for once, under the name it has there, and an answer takes its place")
    void unresolvedLength() {
        String script = """
                opt = torch.optim.Adam(net.parameters(), lr=0.01)
                sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.1, epochs=4, steps_per_epoch=len(loader))
                for epoch in range(4):
                    for batch in loader:
                        loss(batch).backward()
                        opt.step()
                        sched.step()
                """;
        ScriptImport asked = ScriptImporter.read(script, Map.of());
        assertThat(asked.unresolved()).extracting(Unresolved::expression).containsExactly("len(loader)");
        assertThat(asked.document()).isPresent();
        var answers = new LinkedHashMap<String, PyValue>();
        answers.put("len( loader )", ScriptImporter.answer("7").orElseThrow());
        Document answered = ScriptImporter.read(script, answers).document().orElseThrow();
        assertThat(answered.training().stepsPerEpoch().text()).isEqualTo("7");
        assertThat(answered.schedule().stages().getFirst().scheduler().input("total_steps").text()).isEqualTo("28");
    }
}
