package dev.annealer.ui.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.LrFinderRecord;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.storage.DocumentReader;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.ui.finder.UseViewModel.Suggestion;
import dev.annealer.ui.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The steepest descent of the run lies at 0.5094138…, which is 0.509 to a person.
class UseViewModelTest {
    private static final String FILE = "lrf01_digits_logistic_sgdm.csv";

    private static Document cosine() {
        return Documents.ofSteps(1000, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR));
    }

    private static Document oneCycle(Object maxLr) {
        return Documents.ofSteps(1000, Documents.stage("", SchedulerType.ONE_CYCLE_LR, "max_lr", maxLr));
    }

    private record Bench(Session session, FinderViewModel finder, UseViewModel use) {
        static Bench of(Document document) throws Exception {
            var session = new Session(document, new Here());
            var finder = new FinderViewModel(new Here());
            var use = new UseViewModel(session, finder);
            Runs.addTo(finder, Runs.LOGISTIC_SGD);
            return new Bench(session, finder, use);
        }

        /// It compiles, it is what a file of it says, and one undo takes it back.
        void isOneSoundEdit(Document before) throws Exception {
            assertThat(session.problemsProperty().get()).isEmpty();
            byte[] written = DocumentWriter.write(session.document()).getBytes(StandardCharsets.UTF_8);
            assertThat(DocumentReader.read(written)).isEqualTo(session.document());
            session.undo();
            assertThat(session.document()).isEqualTo(before);
            assertThat(session.undoLabelProperty().get()).isEmpty();
        }
    }

    @Test
    void sgdTakesThePickItself() throws Exception {
        Bench bench = Bench.of(cosine());
        assertThat(bench.use.suggestionsProperty().get()).extracting(Suggestion::optimizer, Suggestion::lr, Suggestion::fits)
                .containsExactly(tuple("SGD", "0.509", true), tuple("Adam", "0.0509", false), tuple("OneCycle", "3.563", false));
        assertThat(bench.use.baseProperty().get().text()).isEqualTo("Use 0.509 as base LR");
        bench.use.useAsBaseLr();
        assertThat(bench.session.document().lrFinder())
                .isEqualTo(new LrFinderRecord(FILE, "steepest", new Input("0.509"), "base_lr", Input.NONE));
        assertThat(bench.session.scheduleProperty().get().at(0, 0)).isEqualTo(0.509);
        assertThat(bench.session.undoLabelProperty().get()).isEqualTo("use 0.509 as base LR");
        assertThat(bench.use.messageProperty().get()).isEqualTo("The base LR is 0.509 now.");
        bench.isOneSoundEdit(cosine());
        assertThat(bench.use.messageProperty().get()).isEmpty();
    }

    @Test
    void adamTakesATenth() throws Exception {
        Document adam = cosine().withOptimizer(Optimizer.of("AdamW", Input.of(0.001)));
        Bench bench = Bench.of(adam);
        assertThat(bench.use.suggestionsProperty().get()).extracting(Suggestion::fits).containsExactly(false, true, false);
        bench.use.useAsBaseLr();
        assertThat(bench.session.document().lrFinder())
                .isEqualTo(new LrFinderRecord(FILE, "steepest", new Input("0.509"), "base_lr", new Input("0.1")));
        assertThat(bench.session.scheduleProperty().get().at(0, 0)).isEqualTo(0.0509);
        bench.isOneSoundEdit(adam);
    }

    @Test
    void paramGroupsKeepTheirRatios() throws Exception {
        Document groups = Documents.withGroups(cosine(), 0.001, 0.01, 0.1);
        Bench bench = Bench.of(groups);
        assertThat(bench.use.baseProperty().get().note()).contains("3 param groups", "ratio");
        bench.use.useAsBaseLr();
        assertThat(bench.session.document().optimizer().groups()).extracting(ParamGroup::lr)
                .containsExactly(new Input("0.00509"), new Input("0.0509"), new Input("0.509"));
        bench.isOneSoundEdit(groups);
    }

    @Test
    void groupsWithoutALearningRateAllGetIt() throws Exception {
        Document groups = Documents.withGroups(cosine(), 0, 0);
        Bench bench = Bench.of(groups);
        bench.use.useAsBaseLr();
        assertThat(bench.session.document().optimizer().groups()).extracting(ParamGroup::lr)
                .containsExactly(new Input("0.509"), new Input("0.509"));
    }

    @Test
    void maxLrIsSeveralTimesThePick() throws Exception {
        Bench bench = Bench.of(oneCycle("0.1"));
        assertThat(bench.use.suggestionsProperty().get()).extracting(Suggestion::fits).containsExactly(false, false, true);
        assertThat(bench.use.baseProperty().get().note()).contains("changes nothing");
        bench.use.multiplierProperty().set(5.04);
        assertThat(bench.use.maxProperty().get().text()).isEqualTo("Use 2.545 as max_lr");
        bench.use.useAsMaxLr();
        assertThat(bench.session.document().lrFinder())
                .isEqualTo(new LrFinderRecord(FILE, "steepest", new Input("0.509"), "max_lr", new Input("5")));
        assertThat(bench.session.scheduleProperty().get().extremes(0, 1000, 0).max()).isEqualTo(2.545);
        bench.isOneSoundEdit(oneCycle("0.1"));
    }

    @Test
    void severalMaxLrsKeepTheirRatios() throws Exception {
        Document several = Documents.withGroups(
                oneCycle(new Value.Inputs(List.of(new Input("0.01"), new Input("0.1")))), 0.01, 0.1);
        Bench bench = Bench.of(several);
        bench.use.useAsMaxLr();
        assertThat(bench.session.document().schedule().stages().getFirst().scheduler().value("max_lr"))
                .contains(new Value.Inputs(List.of(new Input("0.3563"), new Input("3.563"))));
        bench.isOneSoundEdit(several);
    }

    @Test
    void theFootOfATriangleStaysBelowItsPeak() throws Exception {
        Document cyclic = Documents.ofSteps(1000, Documents.stage(
                "", SchedulerType.CYCLIC_LR, "base_lr", "5", "max_lr", "8", "step_size_up", "100", "cycle_momentum", false));
        Bench bench = Bench.of(cyclic);
        bench.use.useAsMaxLr();
        var scheduler = bench.session.document().schedule().stages().getFirst().scheduler();
        assertThat(scheduler.input("max_lr")).isEqualTo(new Input("3.563"));
        assertThat(scheduler.input("base_lr")).isEqualTo(new Input("0.3563"));
        bench.isOneSoundEdit(cyclic);
    }

    @Test
    void withoutAStageThatHasOneMaxLrCantBeUsed() throws Exception {
        Bench bench = Bench.of(cosine());
        assertThat(bench.use.maxProperty().get().isPossible()).isFalse();
        assertThat(bench.use.maxProperty().get().reason()).contains("OneCycleLR or CyclicLR");
        bench.use.useAsMaxLr();
        assertThat(bench.session.document()).isEqualTo(cosine());
        bench.session.edit("off", document -> oneCycle("0.1").withSchedule(oneCycle("0.1")
                .schedule()
                .withStage(0, stage -> stage.withEnabled(false))));
        assertThat(bench.use.maxProperty().get().isPossible()).as("switched off").isFalse();
    }

    @Test
    void aPersonsOwnPickIsRecordedAsSuch() throws Exception {
        Bench bench = Bench.of(cosine());
        bench.finder.placeOwn(-7);
        bench.use.useAsBaseLr();
        assertThat(bench.session.document().lrFinder())
                .isEqualTo(new LrFinderRecord(FILE, "own", new Input("1e-7"), "base_lr", Input.NONE));
    }

    @Test
    void withoutARunThereIsNothingToUse() {
        var use = new UseViewModel(new Session(cosine(), new Here()), new FinderViewModel(new Here()));
        assertThat(use.suggestionsProperty().get()).isEmpty();
        assertThat(use.baseProperty().get().isPossible()).isFalse();
        use.useAsBaseLr();
        use.useAsMaxLr();
    }
}
