package dev.annealer.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a document can't say of a script is said with its line.
class CaveatsTest {
    private static final String LOOP = """
            for epoch in range(90):
                for i, (x, y) in enumerate(loader):
                    loss(x, y).backward()
                    opt.step()
            """;

    private static List<String> remarks(String script) {
        return ScriptImporter.read(script, Map.of()).remarks().stream()
                .map(remark -> remark.line() + " " + remark.text())
                .toList();
    }

    @Test
    @DisplayName("of several optimizers, which one is taken and which not")
    void severalOptimizers() {
        assertThat(remarks("d = torch.optim.SGD(net.parameters(), lr=0.2)\nopt = torch.optim.Adam(net.parameters(), lr=0.1)\n"
                + "sched = torch.optim.lr_scheduler.StepLR(opt, 30)\n" + LOOP + "    sched.step()\n"))
                .containsExactly("2 the script makes several optimizers; this Adam is taken, and not SGD (line 1)");
    }

    @Test
    @DisplayName("a learning rate that is set in a way that no counter tells, or beside the scheduler")
    void setByHand() {
        String set = "    opt.param_groups[0]['lr'] = table[epoch]\n";
        assertThat(remarks("opt = torch.optim.SGD(net.parameters(), lr=0.1)\n" + LOOP + set)).containsExactly(
                "1 no scheduler was found: the learning rate of the document stays as it is",
                "6 the learning rate is set here in a way that could not be followed; it is not in the document");
        assertThat(remarks("opt = torch.optim.SGD(net.parameters(), lr=0.1)\nsched = torch.optim.lr_scheduler.StepLR(opt, 30)\n"
                + LOOP + "    sched.step()\n" + set))
                .containsExactly("8 the learning rate is set here, beside the scheduler; that is not in the document");
        assertThat(remarks("opt = torch.optim.SGD(net.parameters(), lr=0.1)\nfrom tools import adjust_learning_rate\n" + LOOP
                + "    adjust_learning_rate(opt, epoch)\n"))
                .contains("7 the learning rate is set here in a way that could not be followed; it is not in the document");
    }

    @Test
    @DisplayName("a learning rate that is set after the optimizer's step, where that is in force one pass later")
    void setLate() {
        assertThat(remarks("opt = torch.optim.SGD(net.parameters(), lr=0.1)\n" + LOOP
                + "    for group in opt.param_groups:\n        group['lr'] = 0.1 * 0.9 ** (epoch + 1)\n")).containsExactly(
                "7 the learning rate is set here after optimizer.step(), so that it is in force one pass later than in the document");
    }

    @Test
    @DisplayName("a learning rate that depends on what only the run tells is left out beside one that does not, else taken for the rule")
    void setUnderUnknownCondition() {
        String script = """
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                for epoch in range(90):
                    %s
                    if args.decay:
                        opt.param_groups[0]['lr'] = 0.1 * 0.8 ** epoch
                    train(net, loader, opt)
                """;
        assertThat(remarks(script.formatted("opt.param_groups[0]['lr'] = 0.1 * 0.9 ** epoch"))).contains(
                "5 the learning rate is set here in a way that could not be followed; it is not in the document");
        assertThat(remarks(script.formatted("pass"))).contains(
                "4 whether this condition holds is not known; the document has the learning rate that is set where it does");
    }

    @Test
    @DisplayName("the learning rates of single groups, of which there are several")
    void setForOneGroup() {
        assertThat(remarks("opt = torch.optim.SGD([{'params': a.parameters()}, {'params': b.parameters()}], lr=0.1)\n" + LOOP
                + "    opt.param_groups[0]['lr'] = 0.1 * 0.9 ** epoch\n    opt.param_groups[1]['lr'] = 0.1 * 0.8 ** epoch\n"))
                .containsExactly(
                        "1 no scheduler was found: the learning rate of the document stays as it is",
                        "6 the learning rate is set here in a way that could not be followed; it is not in the document",
                        "7 the learning rate is set here in a way that could not be followed; it is not in the document");
    }

    @Test
    @DisplayName("a scheduler that steps in a second place")
    void furtherStep() {
        assertThat(remarks("opt = torch.optim.SGD(net.parameters(), lr=0.1)\nsched = torch.optim.lr_scheduler.StepLR(opt, 30)\n"
                + LOOP + "    sched.step()\n    sched.step()\n"))
                .containsExactly("8 the scheduler steps here, too; in the document it steps as in line 7 alone");
    }

    @Test
    @DisplayName("a training that is gone through several times with one scheduler, and a scheduler that is made in its middle")
    void severalSchedules() {
        String head = "opt = torch.optim.SGD(net.parameters(), lr=0.1)\nsched = torch.optim.lr_scheduler.StepLR(opt, 30)\n";
        assertThat(remarks(head + "for phase in ['a', 'b']:\n" + (LOOP + "    sched.step()\n").indent(4)))
                .containsExactly("4 this loop is gone through several times with one scheduler; the document has it once");
        String replaced = head + LOOP + "    if epoch == 50:\n        sched = torch.optim.lr_scheduler.StepLR(opt, 10)\n    sched.step()\n";
        assertThat(remarks(replaced))
                .containsExactly("8 this StepLR is made in the middle of the training; it is not in the document");
        assertThat(ScriptImporter.read(replaced, Map.of()).findings()).isEmpty();
    }

    @Test
    @DisplayName("a loop that is left before its last pass; of one that a flag ends, the length is asked for")
    void breaks() {
        String script = """
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, 600)
                done = False
                n = 0
                %s
                    for x, y in loader:
                        loss(x, y).backward()
                        opt.step()
                        sched.step()
                        n += 1
                        if n >= 600:
                            done = True
                            break
                """;
        String left = "13 the loop may be left here before its last pass; the document has all of them";
        assertThat(remarks(script.formatted("for epoch in range(9):"))).containsExactly(left);
        assertThat(remarks(script.formatted("while n < 600:"))).isEmpty();
        ScriptImport untilDone = ScriptImporter.read(script.formatted("while not done:"), Map.of());
        assertThat(untilDone.unresolved()).extracting(Unresolved::expression).containsExactly("epochs", "len(loader)");
        assertThat(untilDone.remarks()).extracting(remark -> remark.line() + " " + remark.text()).containsExactly(left);
    }

    @Test
    @DisplayName("Lightning's frequency")
    void frequency() {
        String script = """
                class Net(lightning.LightningModule):
                    def configure_optimizers(self):
                        opt = torch.optim.SGD(self.parameters(), lr=0.1)
                        sched = torch.optim.lr_scheduler.StepLR(opt, 30)
                        return {"optimizer": opt, "lr_scheduler": {"scheduler": sched, "frequency": %s}}
                lightning.Trainer(max_epochs=90).fit(Net())
                """;
        assertThat(remarks(script.formatted("2"))).containsExactly("4 Lightning's frequency is 2, so that the scheduler steps less often than "
                + "in the document, where it steps every time");
        assertThat(remarks(script.formatted("1"))).isEmpty();
    }

    @Test
    @DisplayName("lambdas that differ from group to group are refused")
    void lambdas() {
        String script = """
                opt = torch.optim.SGD([{"params": a.parameters()}, {"params": b.parameters()}], lr=0.1)
                sched = torch.optim.lr_scheduler.LambdaLR(opt, [lambda epoch: 0.9 ** epoch, lambda epoch: %s ** epoch])
                """ + LOOP + "    sched.step()\n";
        assertThat(ScriptImporter.read(script.formatted("0.8"), Map.of()).document()).isEmpty();
        assertThat(ScriptImporter.read(script.formatted("0.8"), Map.of()).failures()).extracting(Remark::line).containsExactly(2);
        assertThat(ScriptImporter.read(script.formatted("0.9"), Map.of()).document()).isPresent();
    }

    @Test
    @DisplayName("a position that step is given, where it is not the next one")
    void position() {
        String script = "opt = torch.optim.SGD(net.parameters(), lr=0.1)\nsched = torch.optim.lr_scheduler.StepLR(opt, 30)\n" + LOOP;
        assertThat(remarks(script + "    sched.step(epoch)\n")).containsExactly(
                "7 scheduler.step(…) is given a position that is 1 behind: the script's learning rate is that much later than the document's");
        assertThat(remarks(script + "    sched.step(epoch + 1)\n")).isEmpty();
    }

    @Test
    @DisplayName("a condition around the scheduler's step")
    void condition() {
        assertThat(remarks("opt = torch.optim.SGD(net.parameters(), lr=0.1)\nsched = torch.optim.lr_scheduler.StepLR(opt, 30)\n"
                + LOOP + "    if epoch > 5:\n        sched.step()\n")).containsExactly(
                "8 the scheduler steps under a condition (line 7) that a document can't say; in the document it steps with every pass");
    }

    @Test
    @DisplayName("a OneCycleLR in PyTorch's SequentialLR")
    void oneCycleInSequence() {
        assertThat(remarks("""
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                warm = torch.optim.lr_scheduler.ConstantLR(opt, 0.5, 10)
                cycle = torch.optim.lr_scheduler.OneCycleLR(opt, 0.1, total_steps=80)
                sched = torch.optim.lr_scheduler.SequentialLR(opt, [warm, cycle], [10])
                """ + LOOP + "    sched.step()\n")).containsExactly("3 OneCycleLR in PyTorch's SequentialLR changes the learning rate that "
                + "the stages around it start from; in the document every stage starts from the optimizer's, so that the two differ");
    }

    @Test
    @DisplayName("a name that decides between two schedulers and is not in the script; an answer decides")
    void choice() {
        String script = """
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                if cfg.kind == "step":
                    sched = torch.optim.lr_scheduler.StepLR(opt, 30)
                else:
                    sched = torch.optim.lr_scheduler.ExponentialLR(opt, 0.9)
                """ + LOOP + "    sched.step()\n";
        assertThat(remarks(script)).containsExactly("2 `cfg.kind` decides which scheduler is made, and is not known; the first is taken");
        ScriptImport answered = ScriptImporter.read(script, Map.of("cfg.kind", ScriptImporter.answer("'other'").orElseThrow()));
        assertThat(answered.remarks()).isEmpty();
        assertThat(answered.document().orElseThrow().schedule().stages().getFirst().scheduler().type().pytorchName()).isEqualTo("ExponentialLR");
    }

    @Test
    @DisplayName("a learning-rate range test is left out; the training beside it is read")
    void rangeTest() {
        ScriptImport found = ScriptImporter.read("""
                def lr_range_test(net, loader):
                    opt = torch.optim.SGD(net.parameters(), lr=1e-7)
                    sched = torch.optim.lr_scheduler.ExponentialLR(opt, 1.2)
                    for x, y in loader:
                        loss(x, y).backward()
                        opt.step()
                        sched.step()
                lr_range_test(net, loader)
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                """ + LOOP, Map.of());
        assertThat(found.document().orElseThrow().optimizer().lr().text()).isEqualTo("0.1");
        assertThat(found.remarks()).anyMatch(remark -> remark.line() == 1 && remark.text().startsWith("a learning-rate range test"));
    }

    @Test
    @DisplayName("a scheduler with a step() of its own is refused, not guessed")
    void ownStep() {
        ScriptImport found = ScriptImporter.read("""
                class Warm(torch.optim.lr_scheduler._LRScheduler):
                    def get_lr(self):
                        return self.base_lrs
                    def step(self, epoch=None):
                        self.n += 1
                opt = torch.optim.SGD(net.parameters(), lr=0.1)
                sched = Warm(opt)
                """ + LOOP + "    sched.step()\n", Map.of());
        assertThat(found.document()).isEmpty();
        assertThat(found.failures()).extracting(Remark::line).containsExactly(7);
    }
}
