package dev.annealer.finder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.finder.rule.Trim;
import dev.annealer.progress.Progress;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The verdict on crafted curves: each is made so that one thing is true of it, and the verdict says that and not its opposite.
class VerdictTest {
    private static final String WHOLE = "The loss falls and then rises again";
    private static final String NEVER_FELL = "The loss hardly falls anywhere";
    private static final String NEVER_ROSE = "The loss never rises again";
    private static final String TOO_HIGH = "The loss is lowest near the start";
    private static final String NOISY = "The losses are too noisy to tell";
    private static final String EARLY_FALL = "It falls from the first points on";
    private static final String SMOOTHED = "The losses look smoothed already";
    private static final String DIVERGED = "not finite: the run had diverged";

    private static Sweep sweep(double from, double to, int points, double noise, int droppedAtEnd, DoubleUnaryOperator loss) {
        var random = new Random(5);
        double[] lr = new double[points];
        double[] losses = new double[points];
        for (int i = 0; i < points; i++) {
            lr[i] = from * Math.pow(to / from, i / (points - 1.0));
            losses[i] = loss.applyAsDouble(Math.log10(lr[i])) + noise * random.nextGaussian();
        }
        return new Sweep(0, lr, losses, IntStream.range(0, points).toArray(), droppedAtEnd, droppedAtEnd);
    }

    private static double step(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// A plateau at 2.3, a fall to 0.8 around 10^-3.5, an explosion from 10^-0.5 on.
    private static double usual(double u) {
        return 2.3 - 1.5 * step(2.5 * (u + 3.5)) + 6 * step(6 * (u + 0.2));
    }

    private static List<String> verdict(Sweep sweep, double beta) {
        return Analysis.of(sweep, beta, Trim.BY_RULE).verdict();
    }

    private static void says(List<String> verdict, String... beginnings) {
        for (String all : List.of(WHOLE, NEVER_FELL, NEVER_ROSE, TOO_HIGH, EARLY_FALL, NOISY)) {
            boolean wanted = List.of(beginnings).contains(all);
            assertThat(verdict.stream().anyMatch(sentence -> sentence.startsWith(all))).as(all + " in " + verdict).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9, 0.98})
    void aWholeTest(double beta) {
        says(verdict(sweep(1e-7, 10, 100, 0.05, 0, VerdictTest::usual), beta), WHOLE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.98})
    void noiseAroundALevelIsNoDescent(double beta) {
        says(verdict(sweep(1e-7, 10, 100, 0.02, 0, u -> 2.3), beta), NEVER_FELL);
        says(verdict(sweep(1e-7, 10, 100, 0.3, 0, u -> 2.3), beta), NOISY);
        says(verdict(sweep(1e-7, 10, 100, 0.02, 0, u -> 2.3 + 6 * step(6 * (u + 0.2))), beta), NEVER_FELL);
    }

    @Test
    void aTestThatEndsTooEarly() {
        List<String> verdict = verdict(sweep(1e-7, 1e-2, 100, 0.05, 0, VerdictTest::usual), 0.98);
        says(verdict, NEVER_ROSE);
        assertThat(verdict).anyMatch(sentence -> sentence.contains("beyond 0.01. End it higher"));
    }

    @Test
    void anEndThatIsNotFiniteIsABlowUp() {
        List<String> verdict = verdict(sweep(1e-7, 1e-2, 100, 0.05, 3, VerdictTest::usual), 0.98);
        says(verdict, WHOLE);
        assertThat(verdict).contains("The last 3 losses are not finite: the run had diverged there, which is normal.");
    }

    @Test
    void aTestThatStartsTooHigh() {
        says(verdict(sweep(1e-3, 10, 100, 0.02, 0, u -> 2.3 - 1.5 * step(9 * (u + 2.8)) + 6 * step(3 * (u + 1.5))), 0.98), TOO_HIGH);
    }

    @Test
    void aTestThatFallsFromItsFirstPointOn() {
        says(verdict(sweep(2e-4, 10, 100, 0.02, 0, VerdictTest::usual), 0.98), WHOLE, EARLY_FALL);
    }

    @Test
    void narrowShortAndCoarseTests() {
        assertThat(verdict(sweep(1e-5, 1e-3, 100, 0.05, 0, VerdictTest::usual), 0))
                .contains("It covers only 2.0 decades of learning rates; seven or eight are usual, from 1e-7 to 1 or 10.");
        assertThat(verdict(sweep(1e-7, 10, 30, 0.05, 0, VerdictTest::usual), 0))
                .contains("It has only 30 points; 100 or more make the picks steadier.");
        assertThat(verdict(sweep(1e-9, 10, 50, 0.05, 0, VerdictTest::usual), 0))
                .contains("It is coarse: 5.0 points a decade; ten or more are usual.");
        assertThat(verdict(sweep(1e-7, 10, 100, 0.05, 0, VerdictTest::usual), 0))
                .noneMatch(sentence -> sentence.startsWith("It covers") || sentence.startsWith("It has") || sentence.startsWith("It is coarse"));
    }

    @Test
    void theSpreadOfTheRulesIsInDecades() {
        Sweep sweep = sweep(1e-7, 10, 100, 0.05, 0, VerdictTest::usual);
        Analysis analysis = Analysis.of(sweep, 0, Trim.BY_RULE);
        double[] found = analysis.picks().stream().filter(pick -> pick.isFound()).mapToDouble(pick -> pick.lr()).sorted().toArray();
        double decades = Math.log10(found[found.length - 1] / found[0]);
        assertThat(analysis.verdict())
                .anyMatch(sentence -> sentence.startsWith(String.format("The rules disagree by %.1f decades (", decades)));
    }

    static Stream<Path> runs() throws Exception {
        return Files.list(Path.of("src/test/resources/runs")).filter(file ->
                file.getFileName().toString().startsWith("lrf")).sorted();
    }

    /// Raw losses of real runs, and the same averaged.
    @ParameterizedTest
    @MethodSource("runs")
    void smoothedLossesAreToldFromRawOnes(Path file) throws Exception {
        Table table = TableReader.read(file, Progress.NONE);
        Sweep raw = new FinderRunReader("", table, ColumnRoles.guess(table)).read().sweeps().getFirst();
        assertThat(verdict(raw, 0)).noneMatch(sentence -> sentence.startsWith(SMOOTHED));
        double[] averaged = Smoothing.exponential(raw.loss(), 0.98);
        var smoothed = new Sweep(0, raw.lr(), averaged, raw.rows(), 0, 0);
        assertThat(Analysis.of(smoothed, 0, Trim.BY_RULE).alreadySmoothed()).isTrue();
        assertThat(verdict(smoothed, 0)).contains(SMOOTHED + ".");
        assertThat(verdict(smoothed, 0.98)).anyMatch(sentence -> sentence.startsWith(SMOOTHED + "; smoothing them again"));
    }

    /// Lightning divides by one step too many: the first loss is half of what it was.
    @Test
    void lightningsFirstLossesAreNoDescent() {
        Sweep raw = sweep(1e-7, 10, 100, 0.05, 0, VerdictTest::usual);
        double[] recorded = new double[100];
        double average = 0;
        for (int i = 0; i < 100; i++) {
            average = 0.98 * average + 0.02 * raw.loss()[i];
            recorded[i] = average / (1 - Math.pow(0.98, i + 2));
        }
        var sweep = new Sweep(0, raw.lr(), recorded, raw.rows(), 0, 0);
        List<String> verdict = verdict(sweep, 0);
        says(verdict, WHOLE);
        assertThat(verdict).anyMatch(sentence -> sentence.startsWith("The losses begin as Lightning records them"));
        assertThat(verdict(raw, 0)).noneMatch(sentence -> sentence.contains("Lightning records"));
    }

    @Test
    void repeatedRatesAreSaid() {
        Sweep plain = sweep(1e-7, 10, 60, 0.05, 0, VerdictTest::usual);
        double[] lr = plain.lr().clone();
        lr[31] = lr[30];
        var repeated = new Sweep(0, lr, plain.loss(), plain.rows(), 0, 0);
        assertThat(verdict(repeated, 0))
                .contains("1 point repeats the learning rate before; rules that divide by its difference pass over such points.");
        assertThat(verdict(plain, 0)).noneMatch(sentence -> sentence.contains("repeat"));
    }
}
