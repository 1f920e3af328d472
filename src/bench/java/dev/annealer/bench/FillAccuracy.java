package dev.annealer.bench;

import dev.annealer.schedule.Schedule;
import java.util.Locale;

/// Every one of a hundred million steps in bulk of a cosine and a line against StrictMath: the greatest error, as a share of the
/// greatest value. Ends with code 1 where it is above 1e-15.
public final class FillAccuracy {
    private static final int STEPS = 100_000_000;
    private static final int BUFFER = 1 << 16;
    private static final double LR = 0.1;
    private static final double ETA_MIN = 1e-5;
    private static final double BOUND = 1e-15;

    private FillAccuracy() {}

    private interface Expected {
        double at(long step);
    }

    public static void main(String[] args) {
        double cosine = worst("{\"scheduler\": \"CosineAnnealingLR\", \"eta_min\": 1e-5}",
                k -> ETA_MIN + (LR - ETA_MIN) * (1 + StrictMath.cos(Math.PI * k / STEPS)) / 2);
        double line = worst("{\"scheduler\": \"LinearLR\", \"start_factor\": 0.25}",
                k -> LR * (0.25 + 0.75 * k / STEPS));
        System.out.printf(Locale.ROOT, "greatest error of 1e8 steps: cosine %.2g, linear %.2g of the peak%n", cosine, line);
        System.exit(cosine <= BOUND && line <= BOUND ? 0 : 1);
    }

    private static double worst(String stage, Expected expected) {
        Schedule schedule = Chains.compiled(Chains.of(STEPS, stage));
        var buffer = new double[BUFFER];
        double worst = 0;
        for (long from = 0; from < STEPS; from += BUFFER) {
            schedule.fill(buffer, from, 0);
            for (int i = 0; i < BUFFER && from + i < STEPS; i++) {
                worst = Math.max(worst, Math.abs(buffer[i] - expected.at(from + i)));
            }
        }
        return worst / LR;
    }
}
