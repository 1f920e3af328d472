package dev.annealer.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.finder.rule.Pick;
import dev.annealer.finder.rule.PickRule;
import dev.annealer.finder.rule.PickRules;
import dev.annealer.finder.rule.Trim;
import dev.annealer.progress.Progress;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The picks against those that the libraries' own code gives.
class PickRulesTest {
    private static final Path RUNS = Path.of("src/test/resources/runs");

    /// A synthetic run: a plateau, a descent, a blow-up, and a ripple in place of noise.
    private static Sweep golden() {
        double[] lr = new double[100];
        double[] loss = new double[100];
        for (int i = 0; i < 100; i++) {
            lr[i] = 1e-7 * Math.pow(1e8, i / 100.0);
            double u = Math.log10(lr[i]);
            loss[i] = 2.5 - 1.5 / (1 + Math.exp(-2.5 * (u + 3.5))) + 3 / (1 + Math.exp(-8 * (u + 0.3))) + 0.03 * Math.sin(7.3 * i);
        }
        return new Sweep(0, lr, loss, IntStream.range(0, 100).toArray(), 0, 0);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "0,    steepest,          46, 4.7863e-4",
        "0.98, steepest,          53, 1.7378e-3",
        "0,    fastai-valley,     52, 1.4454e-3",
        "0.98, fastai-valley,     47, 5.7544e-4",
        "0,    fastai-steep,      46, 4.7863e-4",
        "0.98, fastai-steep,      53, 1.7378e-3",
        "0,    fastai-minimum,    73, 6.9183e-3",
        "0.98, fastai-minimum,    81, 3.0200e-2",
        "0,    fastai-slide,      79, 2.0893e-1",
        "0.98, fastai-slide,      51, 1.2023e-3",
        "0,    pytorch-lr-finder, 46, 4.7863e-4",
        "0.98, pytorch-lr-finder, 53, 1.7378e-3",
        "0,    ignite,            46, 4.7863e-4",
        "0.98, ignite,            53, 1.7378e-3",
        "0,    lightning-linear,  15, 1.5849e-6",
        "0.98, lightning-linear,  10, 6.3096e-7",
    })
    void goldenVector(double beta, String rule, int index, double lr) {
        Pick pick = Analysis.of(golden(), beta, Trim.BY_RULE).pick(rule);
        assertThat(pick.index()).isEqualTo(index);
        assertThat(pick.lr()).isCloseTo(lr, within(lr * 1e-4));
    }

    /// A row of `EXPECTED.tsv`.
    record Expected(String file, String method, String losses, String trim, int row, double lr) {}

    private static final Map<String, String> RULES = Map.of(
            "steepest_log10", "steepest",
            "lightning_index(2.0-2.5.2)", "lightning",
            "lightning_linear(2.5.3+)", "lightning-linear",
            "lrfinder_davidtvs", "pytorch-lr-finder",
            "fastai_valley", "fastai-valley",
            "fastai_slide", "fastai-slide",
            "fastai_steep", "fastai-steep",
            "fastai_minimum", "fastai-minimum");

    /// Rows on the file's losses and on fastai's average of them. Left out: series that only the libraries' own recorders smooth;
    /// the run with NaN, whose points the original code keeps; averages trimmed by steps that were planned but not run; and the
    /// steepest descent where it lies behind the minimum, which our rule excludes.
    static Stream<Expected> expected() throws Exception {
        Set<String> endedEarly = Set.of("lrf05_digits_transformer_adam.tsv", "lrf10_cancer_mlp_adam.csv");
        return Files.readAllLines(RUNS.resolve("EXPECTED.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Expected(
                        cells[0].replace("runs/", ""), cells[3], cells[4], cells[5], Integer.parseInt(cells[6]), Double.parseDouble(cells[8])))
                .filter(row -> row.losses().equals("file") || row.losses().equals("ema98"))
                .filter(row -> !row.file().contains("nonfinite"))
                .filter(row -> !(endedEarly.contains(row.file()) && row.method().startsWith("fastai") && row.losses().equals("ema98")))
                .filter(row -> !(row.method().equals("steepest_log10") && row.losses().equals("file")));
    }

    @Test
    void enoughOfThemRemain() throws Exception {
        assertThat(expected()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void agreesWithTheLibraries(Expected row) throws Exception {
        Table table = TableReader.read(RUNS.resolve(row.file()), Progress.NONE);
        Sweep sweep = new FinderRunReader(row.file(), table, ColumnRoles.guess(table)).read().sweeps().getFirst();
        Analysis analysis = Analysis.of(sweep, row.losses().equals("file") ? 0 : 0.98, trim(row.trim()));
        Pick pick = analysis.pick(RULES.get(row.method()));
        assertThat(sweep.rows()[pick.index()]).isEqualTo(row.row());
        assertThat(pick.lr()).isCloseTo(row.lr(), within(row.lr() * 1e-12));
    }

    private static Trim trim(String text) {
        if (text.equals("none")) {
            return trim(0, 0);
        }
        List<Integer> numbers = Arrays.stream(text.replaceAll("[^0-9]+", " ").strip().split(" ")).map(Integer::parseInt).toList();
        return trim(numbers.get(0), numbers.get(1));
    }

    private static Trim trim(int start, int end) {
        return new Trim(OptionalInt.of(start), OptionalInt.of(end));
    }

    static Stream<Path> curves() throws Exception {
        return Files.list(Path.of("src/test/resources/golden/picks")).sorted();
    }

    /// Few points, ties, repeated learning rates, no descent, explosions: against the libraries' rules written out in NumPy.
    @ParameterizedTest(name = "{0}")
    @MethodSource("curves")
    void agreesWithNumpy(Path file) throws Exception {
        JsonNode curve = JsonMapper.shared().readTree(file);
        double[] lr = curve.get("lr").valueStream().mapToDouble(JsonNode::asDouble).toArray();
        double[] loss = curve.get("loss").valueStream().mapToDouble(JsonNode::asDouble).toArray();
        for (PickRule rule : PickRules.ALL) {
            Pick pick = rule.pick(lr, loss, Trim.BY_RULE);
            JsonNode expected = curve.get("picks").get(rule.id());
            assertThat(pick.index()).as(rule.id()).isEqualTo(expected.isNull() ? -1 : expected.asInt());
            if (pick.isFound()) {
                assertThat(pick.lr()).as(rule.id()).isEqualTo(rule.id().equals("fastai-minimum") ? lr[pick.index()] / 10 : lr[pick.index()]);
            } else {
                assertThat(pick.why()).as(rule.id()).isNotBlank();
            }
        }
    }

    @Test
    void everyRuleSaysWhyItGivesNothing() {
        double[] lr = IntStream.range(0, 10).mapToDouble(i -> Math.pow(10, i - 8)).toArray();
        double[] rising = IntStream.range(0, 10).mapToDouble(i -> i).toArray();
        var sweep = new Sweep(0, lr, rising, IntStream.range(0, 10).toArray(), 0, 0);
        for (Pick pick : Analysis.of(sweep, 0, Trim.BY_RULE).picks()) {
            assertThat(pick.isFound() || !pick.why().isBlank()).as(pick.rule()).isTrue();
        }
        assertThat(Analysis.of(sweep, 0, Trim.BY_RULE).pick("steepest").isFound()).isFalse();
    }

    @Test
    void idsAreOfTheContractAndDistinct() {
        assertThat(PickRules.ALL)
                .extracting(rule -> rule.id())
                .containsExactly(
                        "steepest", "fastai-valley", "fastai-steep", "fastai-minimum", "fastai-slide", "pytorch-lr-finder", "ignite",
                        "lightning", "lightning-linear");
    }
}
