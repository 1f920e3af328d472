package dev.annealer.ui.finder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.chart.FinderMark;
import dev.annealer.progress.Progress;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Here;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.support.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    @TempDir
    private Path folder;

    private final FinderViewModel finder = new FinderViewModel(new Here());
    private final Answers answers = new Answers();
    private final List<String> clipboard = new ArrayList<>();
    private PreferencesStore preferences;
    private ImportViewModel importer;

    @BeforeEach
    void makeImporter() {
        preferences = new PreferencesStore(folder.resolve("preferences.json"));
        importer = new ImportViewModel(finder, preferences, answers, new Here(), clipboard::add);
    }

    private Path file(String name, String header, IntFunction<String> row) throws Exception {
        return Files.writeString(
                folder.resolve(name), header + "\n" + IntStream.range(0, 60).mapToObj(row).collect(Collectors.joining("\n")));
    }

    private static double rate(int i) {
        return 1e-6 * Math.pow(10, i / 10.0);
    }

    private static double loss(int i) {
        return i < 45 ? 3 - i * 0.05 : i - 40;
    }

    @Test
    void aRunWhoseColumnsAreClearIsThereAtOnce() {
        answers.file = Runs.LOG10;
        importer.choose();
        assertThat(importer.previewProperty().get()).isNull();
        assertThat(finder.activeProperty().get().layer().run().lrColumn()).isEqualTo("log10_lr");
        assertThat(finder.activeProperty().get().layer().run().lossColumn()).isEqualTo("raw_loss");
        assertThat(importer.messageProperty().get()).isEqualTo("lrf10_cancer_mlp_adam.csv is read.");
    }

    @Test
    void whatIsNotClearIsAskedAndRemembered() throws Exception {
        Path odd = file("odd.csv", "alpha,beta", i -> rate(i) / 3e5 + "," + loss(i));
        importer.open(List.of(odd));
        ColumnPreview asked = importer.previewProperty().get();
        assertThat(finder.activeProperty().get()).isNull();
        assertThat(asked.reason()).contains("`alpha`, `beta`");
        assertThat(asked.columns()).containsExactly("alpha", "beta");
        assertThat(asked.rows()).isEqualTo(8);
        assertThat(asked.cell(2, 1)).isEqualTo("2.9");

        importer.chooseLr(0);
        importer.chooseLoss(1);
        assertThat(importer.previewProperty().get().lrCertainty()).isEqualTo("your choice");
        importer.accept();
        assertThat(importer.previewProperty().get()).isNull();
        assertThat(finder.activeProperty().get().curve().sweep().size()).isEqualTo(60);

        Path next = file("next.csv", "alpha,beta", i -> rate(i) / 3e5 + "," + (loss(i) + 1));
        var later = new ImportViewModel(
                finder, new PreferencesStore(folder.resolve("preferences.json")), answers, new Here(), clipboard::add);
        later.open(List.of(next));
        assertThat(later.previewProperty().get()).isNull();
        assertThat(finder.overlay().runsProperty().get()).hasSize(2);
    }

    @Test
    void theColumnsOfARunCanBeChangedAfterwards() throws Exception {
        Path two = file("two.csv", "lr,loss,val_loss", i -> rate(i) + "," + loss(i) + "," + (loss(i) + 1));
        importer.open(List.of(two));
        importer.reconsider(0);
        assertThat(importer.previewProperty().get().lossCertainty()).isEqualTo("sure: its name says so");
        importer.chooseLoss(2);
        importer.accept();
        assertThat(finder.overlay().runsProperty().get()).hasSize(1);
        assertThat(finder.activeProperty().get().layer().run().lossColumn()).isEqualTo("val_loss");
        assertThat(finder.activeProperty().get().curve().sweep().loss()[0]).isEqualTo(4);
    }

    @Test
    void tensorBoardsTwoFilesBecomeOneRunWhicheverComesFirst() throws Exception {
        String header = "Wall time,Step,Value";
        Path rates = file("run-tag-lr.csv", header, i -> "1.6e9," + i + "," + rate(i));
        Path losses = file("run-tag-train_loss.csv", header, i -> "1.6e9," + i + "," + loss(i));
        importer.open(List.of(losses));
        assertThat(importer.previewProperty().get().isComplete()).isFalse();
        importer.open(List.of(rates));
        assertThat(importer.previewProperty().get()).isNull();
        assertThat(finder.activeProperty().get().curve().sweep().lr()[10]).isEqualTo(rate(10));
        assertThat(finder.activeProperty().get().curve().sweep().loss()[10]).isEqualTo(loss(10));
        assertThat(finder.activeProperty().get().layer().run().remarks()).anyMatch(remark -> remark.contains("run-tag-lr.csv"));
    }

    @Test
    void aFileThatWaitsForItsOtherHalfIsNotAskedAboutAgain() throws Exception {
        Path rates = file("run-tag-lr.csv", "Wall time,Step,Value", i -> "1.6e9," + i + "," + rate(i));
        importer.open(List.of(rates));
        assertThat(importer.previewProperty().get().reason()).contains("looks like a loss");
        importer.open(List.of(Runs.LOGISTIC_SGD));
        assertThat(importer.previewProperty().get()).isNull();
        assertThat(finder.overlay().runsProperty().get()).hasSize(1);
        Path losses = file("run-tag-loss.csv", "Wall time,Step,Value", i -> "1.6e9," + i + "," + loss(i));
        importer.open(List.of(losses));
        assertThat(finder.overlay().runsProperty().get()).hasSize(2);
    }

    @Test
    void whatIsNoTableIsRefusedInASentenceAndTheOthersAreRead() throws Exception {
        Path binary = Files.write(folder.resolve("photo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0, 1, 2, 3});
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        importer.open(List.of(binary, Runs.LOGISTIC_SGD, empty, folder, folder.resolve("gone.csv")));
        assertThat(importer.problemProperty().get().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("photo.png: "))
                .anyMatch(line -> line.startsWith("empty.csv: the file is empty"))
                .anyMatch(line -> line.contains("this is a folder"))
                .anyMatch(line -> line.equals("gone.csv: there is no such file any more"));
        assertThat(finder.pictureProperty().get().marks()).extracting(FinderMark::name).contains("steepest");
        importer.dismissProblem();
        assertThat(importer.problemProperty().get()).isEmpty();
    }

    @Test
    void aLongImportTellsHowFarItIsAndCanBeGivenUp() throws Exception {
        Path large = Files.writeString(
                folder.resolve("large.csv"),
                IntStream.range(0, 50_000)
                        .mapToObj(i -> rate(i / 1000) + "," + loss(i / 1000))
                        .collect(Collectors.joining("\n", "lr,loss\n", "")));
        var heard = new ArrayList<Double>();
        var slow = new ImportViewModel(finder, preferences, answers, new CancelledHalfway(), clipboard::add);
        slow.fractionProperty().subscribe(done -> heard.add(done.doubleValue()));
        slow.open(List.of(large));
        assertThat(heard).hasSizeGreaterThan(3).isSorted().allMatch(done -> done <= 0.7);
        assertThat(slow.readingProperty().get()).isEqualTo("large.csv");
        slow.cancel();
        assertThat(slow.readingProperty().get()).isEmpty();
        assertThat(finder.activeProperty().get()).isNull();
    }

    /// Work of which nobody waits for the second half.
    private static final class CancelledHalfway implements Background {
        private double done;

        @Override
        public <T> Job run(Work<T> work, Consumer<T> finished, Consumer<Exception> failed) {
            try {
                finished.accept(work.run(new Progress() {
                    @Override
                    public void done(double fraction) {}

                    @Override
                    public boolean isCancelled() {
                        return done > 0.5;
                    }
                }));
            } catch (CancellationException _) {
                // As the window's background does.
            } catch (Exception e) {
                failed.accept(e);
            }
            return () -> { };
        }

        @Override
        public void later(Runnable action) {
            action.run();
            done += 0.08;
        }
    }

    @Test
    void theSnippetIsCopied() {
        importer.copySnippet();
        assertThat(clipboard).singleElement().asString().contains("def lr_range_test(", "copy.deepcopy(optimizer.state_dict())");
    }
}
