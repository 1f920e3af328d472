package dev.annealer.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.progress.Progress;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables to sweeps.
class FinderRunReaderTest {
    private static final Path TABLES = Path.of("src/test/resources/tables");

    @TempDir
    private Path folder;

    private static FinderFile file(Path path) throws Exception {
        Table table = TableReader.read(path, Progress.NONE);
        String name = path.getFileName().toString();
        return new FinderFile(name, table, ColumnRoles.guess(table, name));
    }

    private FinderRun run(String text) throws Exception {
        return file(Files.writeString(folder.resolve("run.csv"), text)).read();
    }

    @Test
    void aFileOfTwoSweepsIsSplitWhereTheRateFalls() throws Exception {
        FinderRun run = file(TABLES.resolve("two_sweeps.csv")).read();
        assertThat(run.sweeps()).extracting(Sweep::number).containsExactly(0, 1);
        assertThat(run.sweeps()).extracting(Sweep::size).containsExactly(12, 12);
        assertThat(run.sweeps().get(1).rows()).startsWith(12, 13).endsWith(23);
        assertThat(run.dropped()).isZero();
        assertThat(run.remarks()).isEmpty();
    }

    @Test
    void aShortRiseIsLeftOutAndSaid() throws Exception {
        var text = new StringBuilder("lr,loss\n1e-3,5\n2e-3,4\n");
        for (int i = 0; i < 12; i++) {
            text.append("1e-").append(20 - i).append(',').append(20 - i).append('\n');
        }
        FinderRun run = run(text.toString());
        assertThat(run.sweeps()).hasSize(1);
        assertThat(run.sweeps().getFirst().number()).isZero();
        assertThat(run.dropped()).isEqualTo(2);
        assertThat(run.remarks()).containsExactly("2 points lie in rises too short to read: fewer than 10 points.");
    }

    @Test
    void rowsThatCannotBeUsedAreDroppedAndCounted() throws Exception {
        var text = new StringBuilder("lr,loss\n0,9\n-1,9\nnan,9\n");
        for (int i = 0; i < 12; i++) {
            text.append("1e-").append(20 - i).append(',').append(i == 5 ? "" : i == 6 ? "inf" : 20 - i + "").append('\n');
        }
        text.append("1e-8,nan\n1e-7,inf\n1e-6,\n");
        Sweep sweep = run(text.toString()).sweeps().getFirst();
        assertThat(sweep.size()).isEqualTo(10);
        assertThat(sweep.rows()).containsExactly(3, 4, 5, 6, 7, 10, 11, 12, 13, 14);
        assertThat(sweep.dropped()).isEqualTo(8);
        assertThat(sweep.droppedAtEnd()).as("nan and inf, not the empty cell").isEqualTo(2);
    }

    @Test
    void logarithmsBecomeRates() throws Exception {
        FinderRun run = file(TABLES.resolve("log10_lr.csv")).read();
        assertThat(run.lrColumn()).isEqualTo("log10_lr");
        assertThat(run.lossColumn()).isEqualTo("raw_loss");
        assertThat(run.sweeps().getFirst().lr()[0]).isCloseTo(1e-6, within(1e-18));
        assertThat(run.remarks()).containsExactly("The column `log10_lr` holds logarithms to the base 10.");
        assertThat(file(TABLES.resolve("ln_lr.csv")).read().sweeps().getFirst().lr()[0]).isCloseTo(1e-6, within(1e-18));
    }

    @Test
    void aSparseLogIsJoinedByStep() throws Exception {
        FinderRun run = file(TABLES.resolve("lightning.csv")).read();
        Sweep sweep = run.sweeps().getFirst();
        assertThat(sweep.size()).isEqualTo(12);
        assertThat(sweep.lr()).startsWith(1e-6, 3.162e-6).endsWith(0.3162);
        assertThat(sweep.loss()).startsWith(2.31, 2.302);
        assertThat(sweep.rows()).startsWith(1, 3, 5);
        assertThat(sweep.droppedAtEnd()).isZero();
        assertThat(run.remarks()).hasSize(1);
    }

    @Test
    void withoutStepsEachLossHasTheRateBeforeIt() throws Exception {
        var text = new StringBuilder("lr,loss\n");
        for (int i = 0; i < 12; i++) {
            text.append("1e-").append(20 - i).append(",\n,").append(20 - i).append("\n,").append(21 - i).append('\n');
        }
        Sweep sweep = run(text.toString()).sweeps().getFirst();
        assertThat(sweep.size()).isEqualTo(24);
        assertThat(sweep.lr()).startsWith(1e-20, 1e-20, 1e-19, 1e-19);
    }

    @Test
    void evaluationRowsAreNoJoin() throws Exception {
        FinderRun run = file(TABLES.resolve("trainer_state.json")).read();
        assertThat(run.remarks()).isEmpty();
        assertThat(run.sweeps().getFirst().size()).isEqualTo(12);
        assertThat(run.sweeps().getFirst().dropped()).isEqualTo(1);
        assertThat(run.sweeps().getFirst().droppedAtEnd()).isZero();
    }

    @Test
    void twoDownloadsOfTensorBoardAreOneRun() throws Exception {
        var files = new ArrayList<FinderFile>();
        for (String name : List.of("run-train-tag-learning_rate.csv", "lf.csv", "run-train-tag-loss.csv")) {
            files.add(file(TABLES.resolve(name)));
        }
        List<FinderFile> joined = FinderFile.joined(files);
        assertThat(joined).extracting(FinderFile::name).containsExactly("lf.csv", "run-train-tag-loss.csv");
        Sweep expected = joined.get(0).read().sweeps().getFirst();
        FinderRun run = joined.get(1).read();
        assertThat(run.sweeps().getFirst().lr()).isEqualTo(expected.lr());
        assertThat(run.sweeps().getFirst().loss()).isEqualTo(expected.loss());
        assertThat(run.remarks())
                .containsExactly("The learning rates are those of run-train-tag-learning_rate.csv, joined by step.");
    }

    @Test
    void oneFileOfRatesServesSeveralOfLosses() throws Exception {
        FinderFile rates = file(TABLES.resolve("run-train-tag-learning_rate.csv"));
        FinderFile losses = file(TABLES.resolve("run-train-tag-loss.csv"));
        assertThat(FinderFile.joined(List.of(rates, losses, new FinderFile("other", losses.table(), losses.roles()))))
                .extracting(FinderFile::name)
                .containsExactly("run-train-tag-loss.csv", "other");
    }

    @Test
    void whatFindsNoPartnerStays() throws Exception {
        FinderFile rates = file(TABLES.resolve("run-train-tag-learning_rate.csv"));
        assertThat(FinderFile.joined(List.of(rates))).containsExactly(rates);
    }
}
