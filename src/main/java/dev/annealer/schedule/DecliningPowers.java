package dev.annealer.schedule;

/// `x ** power` for `x = 1 - k / horizon`, step after step.
///
/// Steps go in blocks in which x changes by so little that `x ** power = m ** power * (1 + u) ** power`, where m is x in
/// the block's middle and `u = x / m - 1`, is one power and then eight terms of the binomial series. Its error is below
/// 4.5e-16 of the value: the remainder is below 1e-17 for |u| <= 2^-6 and powers up to 4. Blocks that come too near the end for it,
/// other powers and short horizons are by {@link Math#pow} throughout. 1, 2 and 1/2 are exact to the last rounding.
final class DecliningPowers {
    private static final double FARTHEST = 0x1p-6;
    private static final double GREATEST_POWER = 4;
    private static final int TERMS = 8;

    private final double horizon;
    private final double power;
    private final int block;
    private final double[] binomials = new double[TERMS + 1];

    DecliningPowers(long horizon, double power) {
        this.horizon = horizon;
        this.power = power;
        block = Math.clamp(Long.highestOneBit(Math.max(1, horizon / 2048)), 32, 1024);
        binomials[0] = 1;
        for (int i = 1; i <= TERMS; i++) {
            binomials[i] = binomials[i - 1] * (power - (i - 1)) / i;
        }
    }

    /// For 0 <= k <= horizon.
    double at(long k) {
        double[] power = {1 - k / horizon};
        raise(power, 0, 1, middleAt(k));
        return power[0];
    }

    /// Sets `values[from … to-1]` to `factor` times the powers at `k`, `k + 1`, …, none of them past the horizon.
    void fill(double[] values, int from, int to, long k, double factor) {
        double first = (double) k - from;
        int i = from;
        while (i < to) {
            long step = k + (i - from);
            int until = (int) Math.min(to, i + block - step % block);
            for (int j = i; j < until; j++) {
                values[j] = 1 - (first + j) / horizon;
            }
            raise(values, i, until, middleAt(step));
            for (int j = i; j < until; j++) {
                values[j] = factor * values[j];
            }
            i = until;
        }
    }

    private void raise(double[] values, int from, int to, double middle) {
        if (power == 2) {
            for (int i = from; i < to; i++) {
                values[i] = values[i] * values[i];
            }
        } else if (power == 0.5) {
            for (int i = from; i < to; i++) {
                values[i] = Math.sqrt(values[i]);
            }
        } else if (isNear(middle)) {
            raiseNear(values, from, to, middle);
        } else if (power != 1) {
            for (int i = from; i < to; i++) {
                values[i] = Math.pow(values[i], power);
            }
        }
    }

    private void raiseNear(double[] values, int from, int to, double middle) {
        double inverse = 1 / middle;
        double raised = Math.pow(middle, power);
        double c1 = binomials[1];
        double c2 = binomials[2];
        double c3 = binomials[3];
        double c4 = binomials[4];
        double c5 = binomials[5];
        double c6 = binomials[6];
        double c7 = binomials[7];
        double c8 = binomials[8];
        for (int i = from; i < to; i++) {
            double u = (values[i] - middle) * inverse;
            double square = u * u;
            double fourth = square * square;
            double series = (c1 + u * c2) + square * (c3 + u * c4) + fourth * ((c5 + u * c6) + square * (c7 + u * c8));
            values[i] = raised + raised * (u * series);
        }
    }

    /// x at the middle of the block of `k`.
    private double middleAt(long k) {
        return 1 - (k - k % block + 0.5 * block) / horizon;
    }

    private boolean isNear(double middle) {
        boolean converges = power > 0 && power <= GREATEST_POWER && power != 1;
        return converges && 0.5 * block / horizon <= FARTHEST * middle;
    }
}
