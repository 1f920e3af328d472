package dev.annealer.finder;

import dev.annealer.finder.rule.Pick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What to think of a sweep.
final class Verdict {
    private static final double LEAST_DESCENT = 0.05;
    private static final double LEAST_RISE = 0.25;
    private static final int FEW_POINTS = 50;
    private static final double COARSE = 6;
    private static final double NARROW = 3;
    private static final double EARLY = 0.15;
    private static final double AGREEMENT = 1;

    private final Sweep sweep;
    private final double[] smoothed;
    private final List<Pick> picks;
    private final boolean alreadySmoothed;
    private final List<String> sentences = new ArrayList<>();

    Verdict(Sweep sweep, double[] smoothed, List<Pick> picks, boolean alreadySmoothed) {
        this.sweep = sweep;
        this.smoothed = smoothed;
        this.picks = picks;
        this.alreadySmoothed = alreadySmoothed;
    }

    List<String> sentences() {
        curve();
        sampling();
        agreement();
        data();
        return List.copyOf(sentences);
    }

    private void curve() {
        double start = smoothed[0];
        double least = Arrays.stream(smoothed).min().orElseThrow();
        double end = smoothed[smoothed.length - 1];
        double descent = start - least;
        int lowest = indexOf(least);
        if (descent < LEAST_DESCENT * Math.abs(start)) {
            sentences.add("The loss hardly falls anywhere: no learning rate of this test trains the model. Check data, loss and model"
                    + " before you trust any pick.");
            return;
        }
        boolean blewUp = sweep.droppedAtEnd() > 0 || end - least > LEAST_RISE * descent;
        if (lowest <= EARLY * smoothed.length) {
            sentences.add("The loss is lowest near the start: the test begins at too high a learning rate. Start it lower, at 1e-7.");
        } else if (!blewUp) {
            sentences.add("The loss never rises again: the test ends before the model diverges, so the best learning rate may lie beyond "
                    + format(sweep.lr()[sweep.size() - 1]) + ". End it higher.");
        } else {
            sentences.add("The loss falls and then rises again, as it should: the test shows the whole range.");
        }
    }

    private int indexOf(double value) {
        int i = 0;
        while (smoothed[i] != value) {
            i++;
        }
        return i;
    }

    private void sampling() {
        double decades = sweep.decades();
        if (decades < NARROW) {
            sentences.add(String.format(
                    Locale.ROOT, "It covers only %.1f decades of learning rates; seven or eight are usual, from 1e-7 to 1 or 10.", decades));
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
            sentences.add(repeated + " points repeat the learning rate before them; rules that divide by its difference pass over them.");
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

    private void data() {
        if (sweep.droppedAtEnd() > 0) {
            sentences.add(sweep.droppedAtEnd() + (sweep.droppedAtEnd() == 1 ? " row at the end is" : " rows at the end are")
                    + " not finite: the run had diverged there, which is normal.");
        }
        int inside = sweep.dropped() - sweep.droppedAtEnd();
        if (inside > 0) {
            sentences.add(inside + (inside == 1 ? " row was" : " rows were") + " left out: no finite loss, or no learning rate above 0.");
        }
        if (alreadySmoothed) {
            sentences.add("The losses look smoothed already; smoothing them again moves the picks to the right.");
        }
    }

    private static String format(double lr) {
        return String.format(Locale.ROOT, "%.2g", lr);
    }
}
