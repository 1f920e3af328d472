package dev.annealer.finder;

import dev.annealer.finder.rule.Pick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What to think of a sweep.
final class Verdict {
    /// Of the loss that it falls from.
    private static final double LEAST_DESCENT = 0.03;
    /// Among a hundred averages of pure noise the greatest and the least lie four to five apart.
    private static final double DEVIATIONS = 6;
    /// Of the descent.
    private static final double LEAST_RISE = 0.25;
    private static final double EARLY_DESCENT = 0.4;
    private static final int FEW_POINTS = 50;
    private static final double COARSE = 6;
    private static final double NARROW = 3;
    private static final double EARLY = 0.15;
    private static final double AGREEMENT = 1;

    private final Sweep sweep;
    private final List<Pick> picks;
    private final boolean alreadySmoothed;
    private final double beta;
    private final List<String> sentences = new ArrayList<>();

    /// @param beta of the smoothing that the picks were made with
    Verdict(Sweep sweep, double beta, List<Pick> picks, boolean alreadySmoothed) {
        this.sweep = sweep;
        this.beta = beta;
        this.picks = picks;
        this.alreadySmoothed = alreadySmoothed;
    }

    List<String> sentences() {
        boolean lightning = CurveShape.beginsLikeLightning(sweep.loss());
        curve(CurveShape.of(lightning ? CurveShape.withoutLightningsFault(sweep.loss()) : sweep.loss()));
        sampling();
        agreement();
        data(lightning);
        return List.copyOf(sentences);
    }

    private void curve(CurveShape shape) {
        boolean falls = shape.descent() > Math.max(LEAST_DESCENT * Math.abs(shape.plateau()), DEVIATIONS * shape.noise());
        boolean blewUp = sweep.droppedAtEnd() > 0
                || shape.rise() > Math.max(LEAST_RISE * shape.descent(), LEAST_DESCENT * Math.abs(shape.plateau()));
        boolean early = shape.lowest() <= EARLY * sweep.size();
        boolean maybe = shape.descent() > LEAST_DESCENT * Math.abs(shape.plateau());
        if (!falls && maybe) {
            sentences.add("The losses are too noisy to tell whether they fall: record the test with larger batches, "
                    + "or with more points.");
        } else if (!falls) {
            sentences.add("The loss hardly falls anywhere: no learning rate of this test trains the model"
                    + (early && blewUp ? ", and the lowest may be too high already. Start at 1e-7, and check" : ". Check")
                    + " data, loss and model before you trust any pick.");
        } else if (early) {
            sentences.add("The loss is lowest near the start: the test starts at too high a learning rate. Start it "
                    + "lower, at 1e-7.");
        } else if (!blewUp) {
            sentences.add("The loss never rises again: the test ends before the model diverges, so the best learning "
                    + "rate may lie beyond "
                    + format(sweep.lr()[sweep.size() - 1]) + ". End it higher.");
        } else {
            sentences.add("The loss falls and then rises again, as it should: the test shows the whole range.");
        }
        if (falls && !early && shape.earlyDescent() > EARLY_DESCENT * shape.descent()) {
            sentences.add("It falls from the first points on: the test may start at too high a learning rate, and "
                    + "what lies below is not seen.");
        }
    }

    private void sampling() {
        double decades = sweep.decades();
        if (decades < NARROW) {
            sentences.add(String.format(
                    Locale.ROOT, "It covers only %.1f decades of learning rates; seven or eight are usual, from 1e-7 "
                            + "to 1 or 10.", decades));
        }
        if (sweep.size() < FEW_POINTS) {
            sentences.add("It has only " + sweep.size() + " points; 100 or more make the picks steadier.");
        } else if (sweep.size() < COARSE * decades) {
            sentences.add(String.format(
                    Locale.ROOT, "It is coarse: %.1f points a decade; ten or more are usual.", sweep.size() / decades));
        }
        int repeated = 0;
        for (int i = 1; i < sweep.size(); i++) {
            repeated += sweep.lr()[i] == sweep.lr()[i - 1] ? 1 : 0;
        }
        if (repeated > 0) {
            sentences.add((repeated == 1 ? "1 point repeats" : repeated + " points repeat")
                    + " the learning rate before; rules that divide by its difference pass over such points.");
        }
    }

    private void agreement() {
        List<Pick> found = picks.stream()
                .filter(Pick::isFound)
                .sorted(Comparator.comparingDouble(Pick::lr))
                .toList();
        if (found.size() < 2) {
            sentences.add("Hardly any rule finds a learning rate here.");
            return;
        }
        Pick low = found.getFirst();
        Pick high = found.getLast();
        double spread = Math.log10(high.lr() / low.lr());
        String range = low.rule() + " " + format(low.lr()) + " to " + high.rule() + " " + format(high.lr());
        sentences.add(String.format(
                Locale.ROOT,
                spread <= AGREEMENT
                        ? "The rules agree within %.1f decades (%s)."
                        : "The rules disagree by %.1f decades (%s): look at the curve, and prefer the middle of the descent.",
                spread,
                range));
    }

    private void data(boolean lightning) {
        if (sweep.droppedAtEnd() > 0) {
            sentences.add(sweep.droppedAtEnd() == 1
                    ? "The last loss is not finite: the run had diverged there, which is normal."
                    : "The last " + sweep.droppedAtEnd() + " losses are not finite: the run had diverged there, which "
                            + "is normal.");
        }
        int inside = sweep.dropped() - sweep.droppedAtEnd();
        if (inside > 0) {
            sentences.add(inside + (inside == 1 ? " row was" : " rows were") + " left out: no finite loss, or no "
                    + "learning rate above 0.");
        }
        if (lightning) {
            sentences.add("The losses begin as Lightning records them: its smoothing writes the first at half of what "
                    + "it was, so they climb"
                    + " where nothing happens. Rules that go up to the lowest loss may find nothing.");
        }
        if (alreadySmoothed) {
            sentences.add("The losses look smoothed already" + (beta == 0
                    ? "."
                    : "; smoothing them again moves the picks to higher learning rates: take them as they are (smoothing 0)."));
        }
    }

    /// Two digits, as people write learning rates: `2.5e-4`.
    private static String format(double lr) {
        String text = String.format(Locale.ROOT, "%.1e", lr).replaceFirst("e([+-])0+(\\d)", "e$1$2").replace("e+", "e");
        boolean plain = lr >= 1e-3 && lr < 1000;
        return plain
                ? new BigDecimal(lr).round(new MathContext(2)).stripTrailingZeros().toPlainString()
                : text.replace(".0e", "e");
    }
}
