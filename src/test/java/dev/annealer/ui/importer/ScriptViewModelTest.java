package dev.annealer.ui.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.lint.Severity;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Here;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptViewModelTest {
    private static final String SCRIPT = """
            opt = torch.optim.AdamW(net.parameters(), lr=3e-4)
            warm = LinearLR(opt, start_factor=0.1, total_iters=50)
            main = CosineAnnealingLR(opt, T_max=10 * len(loader) - 50)
            sched = SequentialLR(opt, [warm, main], milestones=[50])
            for epoch in range(10):
                for batch in loader:
                    sched.step()
                    net(batch).backward()
                    opt.step()
            """;

    private final List<Document> opened = new ArrayList<>();
    private final Answers dialogs = new Answers();
    private final ScriptViewModel model = new ScriptViewModel(opened::add, dialogs, new Here());

    @Test
    @DisplayName("pasted code is read at once: chain, optimizer, questions, findings with their lines, curve")
    void pasted() {
        assertThat(model.cannotOpen().get()).isTrue();
        model.codeProperty().set(SCRIPT);
        assertThat(model.chainProperty().get()).isEqualTo("LinearLR → CosineAnnealingLR");
        assertThat(model.trainingProperty().get())
                .isEqualTo("AdamW, lr 3e-4; 10 epochs of 100 steps, scheduler steps with every batch");
        assertThat(model.questions()).extracting(ScriptQuestion::expression).containsExactly("len(loader)");
        assertThat(model.notes()).extracting(ScriptNote::line, ScriptNote::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(7, Severity.ERROR));
        assertThat(model.curvesProperty().get()).hasSize(1);
    }

    @Test
    @DisplayName("an answer takes the place of the number that stood in; the question stays, so that it can be changed")
    void answered() {
        model.codeProperty().set(SCRIPT);
        ScriptQuestion question = model.questions().getFirst();
        question.answerProperty().set("25");
        assertThat(model.questions()).containsExactly(question);
        assertThat(model.documentProperty().get().training().stepsPerEpoch().text()).isEqualTo("25");
        question.answerProperty().set("2 *");
        assertThat(question.isWrong()).isTrue();
        assertThat(model.documentProperty().get().training().stepsPerEpoch().text()).isEqualTo("100");
    }

    @Test
    @DisplayName("the document is opened; code without a schedule can't be, and says why")
    void opened() {
        model.codeProperty().set(SCRIPT);
        assertThat(model.open()).isTrue();
        assertThat(opened).containsExactly(model.documentProperty().get());
        model.codeProperty().set("print('hello')");
        assertThat(model.cannotOpen().get()).isTrue();
        assertThat(model.open()).isFalse();
        assertThat(model.notes()).extracting(ScriptNote::text).containsExactly("no optimizer and no scheduler of PyTorch was found; give the file that makes them");
    }

    @Test
    @DisplayName("a file is opened through the dialog; one that holds no code is refused in a sentence")
    void files(@TempDir Path folder) throws Exception {
        dialogs.file = Files.writeString(folder.resolve("train.py"), SCRIPT);
        model.choose();
        assertThat(model.codeProperty().get()).isEqualTo(SCRIPT);
        dialogs.file = Files.write(folder.resolve("binary.py"), new byte[] {1, 0, 2});
        model.choose();
        assertThat(dialogs.asked).containsExactly("binary.py can’t be opened: this is no text; name a PyTorch script");
        assertThat(model.codeProperty().get()).isEqualTo(SCRIPT);
    }

    @Test
    @DisplayName("a document from a file has its name, and in its notes what stands in for what the script does not say")
    void named(@TempDir Path folder) throws Exception {
        model.load(Files.writeString(folder.resolve("train_vit.py"), SCRIPT));
        assertThat(model.open()).isTrue();
        assertThat(opened.getFirst().name()).isEqualTo("train_vit");
        assertThat(opened.getFirst().notes())
                .isEqualTo("Imported from train_vit.py.\nLine 3: len(loader) is not in the script; 100 stands in for it");
    }
}
