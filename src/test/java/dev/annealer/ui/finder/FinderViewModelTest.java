package dev.annealer.ui.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.chart.FinderCurve;
import dev.annealer.chart.FinderMark;
import dev.annealer.chart.FinderPicture;
import dev.annealer.finder.FinderFile;
import dev.annealer.finder.rule.Pick;
import dev.annealer.finder.rule.Trim;
import dev.annealer.table.Column;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.testing.Here;
import dev.annealer.testing.Later;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Expected rates are those of EXPECTED.tsv, computed by the libraries' own code.
class FinderViewModelTest {
    private static final double STEEPEST_OF_LOGISTIC = 0.5094138014816375;
    private static final double STEEPEST_OF_MLP = 0.025950242113997372;

    private final FinderViewModel finder = new FinderViewModel(new Here());

    private FinderPicture picture() {
        return finder.pictureProperty().get();
    }

    private List<String> marks() {
        return picture().marks().stream().map(FinderMark::name).toList();
    }

    @Test
    void showsTheDefaultPickAndFastaisFirst() throws Exception {
        assertThat(finder.pictureProperty().get()).isNull();
        Runs.addTo(finder, Runs.LOGISTIC_SGD);
        assertThat(picture().marks()).extracting(FinderMark::name, FinderMark::lr, FinderMark::chosen).containsExactly(
                tuple("steepest", STEEPEST_OF_LOGISTIC, true),
                tuple("fastai valley", 0.025950242113997372, false));
    }

    @Test
    void picksAreSwitchedOnAndOffAndTheChosenOneStays() throws Exception {
        Runs.addTo(finder, Runs.LOGISTIC_SGD);
        finder.setShown("fastai-slide", true);
        finder.setShown("fastai-valley", false);
        assertThat(marks()).containsExactly("steepest", "fastai slide");
        finder.setShown("steepest", false);
        assertThat(marks()).containsExactly("steepest", "fastai slide");
        finder.chosenProperty().set("fastai-slide");
        assertThat(marks()).containsExactly("fastai slide");
        assertThat(finder.chosenPick().map(Pick::lr)).contains(0.2420128264794383);
    }

    @Test
    void smoothingAndTrimActAtOnce() throws Exception {
        Runs.addTo(finder, Runs.LOGISTIC_SGD);
        finder.overlay().readingProperty().set(new Reading(0, Trim.BY_RULE));
        assertThat(finder.chosenPick().map(Pick::lr)).contains(0.42292428743894983);
        var none = new Trim(OptionalInt.of(0), OptionalInt.of(0));
        finder.overlay().readingProperty().set(new Reading(0, none));
        finder.chosenProperty().set("fastai-valley");
        assertThat(finder.chosenPick().map(Pick::lr)).contains(0.04534878508128582);
        assertThat(picture().trim()).isEqualTo(none);
    }

    @Test
    void anOwnPickMovesFromPointToPoint() throws Exception {
        Runs.addTo(finder, Runs.LOGISTIC_SGD);
        finder.placeOwn(-2.97);
        double[] lr = picture().curves().getFirst().sweep().lr();
        // 100 points over eight decades from 1e-7: point 50 is at -7 + 50 * 8 / 99 = -2.96.
        assertThat(finder.chosenPick()).contains(new Pick("own", 50, lr[50], ""));
        finder.nudgeOwn(-1);
        finder.nudgeOwn(-10);
        assertThat(finder.ownPick().map(Pick::index)).contains(39);
        finder.nudgeOwn(-1000);
        assertThat(finder.ownPick().map(Pick::lr)).contains(1e-7);
        assertThat(picture().marks().getLast().chosen()).isTrue();
        finder.removeOwn();
        assertThat(finder.ownPick()).isEmpty();
        assertThat(finder.chosenProperty().get()).isEqualTo("steepest");
    }

    @Test
    void runsLieOverEachOtherWithTheSpreadOfTheirPicks() throws Exception {
        Runs.addTo(finder, Runs.LOGISTIC_SGD);
        assertThat(PickSpread.of("steepest", finder.overlay().visible())).isEmpty();
        Runs.addTo(finder, Runs.MLP_ADAM);
        // The one that came last is looked at.
        assertThat(picture().curves()).extracting(FinderCurve::name)
                .containsExactly("lrf02_digits_mlp_adam.csv", "lrf01_digits_logistic_sgdm.csv");
        assertThat(picture().curves()).extracting(FinderCurve::color).containsExactly(1, 0);
        PickSpread spread = PickSpread.of("steepest", finder.overlay().visible()).orElseThrow();
        assertThat(spread).isEqualTo(new PickSpread(2, STEEPEST_OF_MLP, STEEPEST_OF_LOGISTIC));
        assertThat(spread.decades()).isCloseTo(1.2929, within(1e-4));

        finder.overlay().change(0, layer -> layer.named("seed 1"));
        finder.activate(0);
        assertThat(picture().curves()).extracting(FinderCurve::name).containsExactly("seed 1", "lrf02_digits_mlp_adam.csv");
        finder.overlay().change(0, layer -> layer.withVisible(false));
        assertThat(picture().curves()).extracting(FinderCurve::name).containsExactly("lrf02_digits_mlp_adam.csv");
        finder.overlay().remove(1);
        assertThat(picture()).isNull();
        Runs.addTo(finder, Runs.LOG10);
        assertThat(picture().curves().getFirst().color()).as("a colour that is free again").isEqualTo(1);
    }

    @Test
    void theSameFileReadOtherwiseTakesItsOwnPlace() throws Exception {
        Runs.addTo(finder, Runs.LOGISTIC_SGD);
        OverlaidRun run = finder.activeProperty().get();
        finder.add(run.layer().file(), run.layer().file().read());
        assertThat(finder.overlay().runsProperty().get()).hasSize(1);
    }

    @Test
    void manyPointsAreReadInTheBackground() throws Exception {
        var background = new Later();
        var later = new FinderViewModel(background);
        double[] lr = IntStream.range(0, 100_000).mapToDouble(i -> 1e-7 * Math.pow(1e8, i / 1e5)).toArray();
        double[] loss = IntStream.range(0, 100_000).mapToDouble(i -> 2 - i / 1e5 + Math.sin(i) / 10).toArray();
        var table = new Table(
                "CSV",
                Map.of(),
                List.of(Column.of("lr", lr), Column.of("loss", loss)),
                lr.length,
                List.of(),
                0);
        var file = new FinderFile("long.csv", table, ColumnRoles.guess(table));
        later.add(file, file.read());
        assertThat(later.overlay().busyProperty().get()).isTrue();
        assertThat(later.pictureProperty().get()).isNull();
        later.overlay().readingProperty().set(new Reading(0.9, Trim.BY_RULE));
        assertThat(background.waiting).hasSize(2);
        background.catchUp();
        assertThat(later.overlay().busyProperty().get()).isFalse();
        assertThat(later.activeProperty().get().curve().analysis().beta()).isEqualTo(0.9);
    }
}
