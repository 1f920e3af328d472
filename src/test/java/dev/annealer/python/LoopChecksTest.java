package dev.annealer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.StepUnit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a training loop does wrong is found with its line.
class LoopChecksTest {
    private static List<String> findings(String script) {
        return ScriptImporter.read(script, Map.of()).findings().stream()
                .map(finding -> finding.line() + " " + finding.rule())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "scheduler-before-optimizer.py, 7 scheduler-before-optimizer", "one-cycle-per-epoch.py, 15 batch-schedule-per-epoch"
    })
    void wholeScripts(String file, String expected) throws Exception {
        assertThat(findings(ScriptFile.read(Path.of("src/test/resources/scripts/mistakes", file)))).containsExactly(expected);
    }

    @Test
    @DisplayName("a scheduler that steps before the optimizer, in the epoch or in the batch")
    void order() {
        assertThat(findings("""
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                sched = torch.optim.lr_scheduler.StepLR(opt, 30)
                for epoch in range(90):
                    sched.step()
                    for x, y in loader:
                        loss(x, y).backward()
                        opt.step()
                """)).containsExactly("4 scheduler-before-optimizer");
        assertThat(findings("""
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.1, epochs=5, steps_per_epoch=len(loader))
                for epoch in range(5):
                    for x, y in loader:
                        loss(x, y).backward()
                        sched.step()
                        opt.step()
                """)).containsExactly("6 scheduler-before-optimizer");
    }

    @Test
    @DisplayName("a schedule of epochs that steps with every batch, and one of batches that steps once an epoch")
    void unit() {
        assertThat(findings("""
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                EPOCHS = 20
                sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=EPOCHS)
                for epoch in range(EPOCHS):
                    for x, y in loader:
                        loss(x, y).backward()
                        opt.step()
                        sched.step()
                """)).containsExactly("8 epoch-schedule-per-batch");
        assertThat(findings("""
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.1, epochs=5, steps_per_epoch=200)
                for epoch in range(5):
                    for x, y in loader:
                        loss(x, y).backward()
                        opt.step()
                    sched.step()
                """)).containsExactly("7 batch-schedule-per-epoch");
    }

    @Test
    @DisplayName("a scheduler that never steps, unless something else may step it")
    void neverSteps() {
        String script = """
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                sched = torch.optim.lr_scheduler.StepLR(opt, 30)
                for epoch in range(90):
                    for x, y in loader:
                        loss(x, y).backward()
                        opt.step()
                """;
        assertThat(findings(script)).containsExactly("2 scheduler-never-steps");
        assertThat(findings(script + "    engine.attach(sched)\n")).isEmpty();
    }

    @Test
    @DisplayName("a plateau without its metric")
    void plateau() {
        String script = """
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                sched = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=3)
                for epoch in range(90):
                    for x, y in loader:
                        loss(x, y).backward()
                        opt.step()
                    sched.step(%s)
                """;
        assertThat(findings(script.formatted(""))).containsExactly("7 plateau-without-metric");
        assertThat(findings(script.formatted("val_loss"))).isEmpty();
    }

    @Test
    @DisplayName("a scheduler that steps for every batch beside an optimizer that accumulates; the document counts batches, too")
    void accumulation() {
        String script = """
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                sched = torch.optim.lr_scheduler.LinearLR(opt, 1.0, 0.1, total_iters=800)
                loader = torch.utils.data.DataLoader(torchvision.datasets.MNIST("."), batch_size=600)
                for epoch in range(8):
                    for i, (x, y) in enumerate(loader):
                        loss(x, y).backward()
                        if (i + 1) %% 4 == 0:
                            opt.step()
                            opt.zero_grad()
                %ssched.step()
                """;
        assertThat(findings(script.formatted(" ".repeat(8)))).containsExactly("10 scheduler-outside-accumulation");
        assertThat(findings(script.formatted(" ".repeat(12)))).isEmpty();
        Document inside = ScriptImporter.read(script.formatted(" ".repeat(12)), Map.of()).document().orElseThrow();
        assertThat(inside.schedule().stepOn()).isEqualTo(StepUnit.BATCH);
        assertThat(inside.training().stepsPerEpoch().text()).isEqualTo("25");
        assertThat(inside.training().accumulation().text()).isEqualTo("4");
        Document outside = ScriptImporter.read(script.formatted(" ".repeat(8)), Map.of()).document().orElseThrow();
        assertThat(outside.training().stepsPerEpoch().text()).isEqualTo("100");
    }
}
