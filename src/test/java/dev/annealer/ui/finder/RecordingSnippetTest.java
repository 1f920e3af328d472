package dev.annealer.ui.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annealer.testing.Answers;
import dev.annealer.testing.Here;
import dev.annealer.ui.preferences.PreferencesStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The code that the window offers, run by the Python that `-Dannealer.python` names.
class RecordingSnippetTest {
    private static final String PYTHON = System.getProperty("annealer.python", "");

    /// A small model that is trained a little first, so that the optimizer has a state to be restored; then the range test.
    /// Printed are the rows, and whether the states and the mode are as before.
    private static final String USE = """
            import copy
            import torch
            import lr_range_test as snippet

            def same(a, b):
                if torch.is_tensor(a):
                    return torch.equal(a, b)
                if isinstance(a, dict):
                    return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
                if isinstance(a, (list, tuple)):
                    return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
                return a == b

            torch.manual_seed(0)
            x = torch.randn(256, 10)
            y = (x[:, 0] > 0).long()
            loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=32)
            net = torch.nn.Sequential(
                torch.nn.Linear(10, 16), torch.nn.BatchNorm1d(16), torch.nn.ReLU(), torch.nn.Linear(16, 2))
            groups = [{"params": net[0].parameters(), "lr": 1e-4}, {"params": list(net.parameters())[2:], "lr": 1e-3}]
            adam = torch.optim.Adam(groups)
            loss_fn = torch.nn.functional.cross_entropy
            for inputs, targets in loader:
                adam.zero_grad()
                loss_fn(net(inputs), targets).backward()
                adam.step()
            net.eval()
            model_before = copy.deepcopy(net.state_dict())
            optimizer_before = copy.deepcopy(adam.state_dict())
            rows = snippet.lr_range_test(net, adam, loss_fn, loader, "run.csv")
            print(rows, same(model_before, net.state_dict()), same(optimizer_before, adam.state_dict()), net.training)
            """;

    @TempDir
    private Path folder;

    private String python(String script) throws Exception {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(PYTHON, script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip();
    }

    private OverlaidRun imported(Path run) {
        var finder = new FinderViewModel(new Here());
        new ImportViewModel(finder, new PreferencesStore(folder.resolve("p.json")), new Answers(), new Here(), _ -> { })
                .open(List.of(run));
        return finder.activeProperty().get();
    }

    @Test
    void runsAsItIsAndItsRunIsRead() throws Exception {
        assumeTrue(!PYTHON.isEmpty(), "no -Dannealer.python");
        Files.writeString(folder.resolve("lr_range_test.py"), RecordingSnippet.TEXT);
        String said = python("lr_range_test.py");
        OverlaidRun run = imported(folder.resolve("run.csv"));
        assertThat(said).isEqualTo("run.csv has " + run.curve().sweep().size() + " rows");
        assertThat(run.layer().run().lrColumn()).isEqualTo("lr");
        assertThat(run.layer().run().lossColumn()).isEqualTo("loss");
        assertThat(run.curve().sweep().lr()[0]).isEqualTo(1e-7);
        assertThat(run.pick("steepest").lr()).isBetween(1e-3, 1.0);
        assertThat(run.curve().analysis().verdict().getFirst()).contains("falls and then rises again");
    }

    @Test
    void leavesModelAndOptimizerAsTheyWere() throws Exception {
        assumeTrue(!PYTHON.isEmpty(), "no -Dannealer.python");
        Files.writeString(folder.resolve("lr_range_test.py"), RecordingSnippet.TEXT);
        Files.writeString(folder.resolve("use.py"), USE);
        String said = python("use.py");
        OverlaidRun run = imported(folder.resolve("run.csv"));
        assertThat(said).isEqualTo(run.curve().sweep().size() + " True True False");
    }
}
