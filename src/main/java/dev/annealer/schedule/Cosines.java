package dev.annealer.schedule;

/// `1 + cos(x)` with the rounding of cos to a double in between, as Python computes it: near the cosine's foot that rounding is
/// most of what is left.
///
/// For x in [0, 9/4 pi) by {@link Stretch}es, whose loops the compiler makes vector instructions of, and elsewhere by
/// {@link Math#cos}. One step and many in a row give the same bits: Java's arithmetic is strict.
///
/// Within 2.3e-16 of the true value. Of a cosine's steps 98 of 100 are the very doubles that PyTorch gives with glibc, and the
/// last thousandth above the foot differs in fewer of them than with `Math.cos`, which is not glibc's cos either
/// (decision 16).
final class Cosines {
    /// Values that stay in the processor's first cache while several loops go over them.
    static final int BLOCK = 1024;

    /// What Math.PI lacks of pi.
    private static final double PI_LOW = 1.2246467991473532e-16;
    private static final double VELTKAMP = (1 << 27) + 1;
    private static final double S1 = -1.66666666666666324348e-01;
    private static final double S2 = 8.33333333332248946124e-03;
    private static final double S3 = -1.98412698298579493134e-04;
    private static final double S4 = 2.75573137070700676789e-06;
    private static final double S5 = -2.50507602534068634195e-08;
    private static final double S6 = 1.58969099521155010221e-10;

    private Cosines() {}

    /// An eighth of a turn to either side of a multiple of pi/2.
    private enum Stretch {
        PEAK(0, false, 1),
        FALL(1, true, 1),
        FOOT(2, false, -1),
        RISE(3, true, -1),
        NEXT_PEAK(4, false, 1);

        private static final Stretch[] ALL = values();

        private final double centre;
        /// What the double of the centre lacks of it.
        private final double centreLow;
        /// Whether a cosine is `side` times the sine of the distance to the centre, or else the cosine of it.
        private final boolean isSine;
        private final double side;
        private final double end;

        Stretch(int quarters, boolean isSine, double side) {
            centre = quarters * (Math.PI / 2);
            centreLow = quarters * (PI_LOW / 2);
            end = centre + Math.PI / 4;
            this.isSine = isSine;
            this.side = side;
        }

        private double onePlusCos(double x) {
            double distance = centre - x;
            return 1 + side * (isSine ? sine(distance, centreLow) : cosine(distance, centreLow));
        }

        /// Loops that read no field: so they become vector instructions.
        private void onePlusCos(double[] angles, int from, int to) {
            double high = centre;
            double low = centreLow;
            double sign = side;
            if (isSine) {
                for (int i = from; i < to; i++) {
                    angles[i] = 1 + sign * sine(high - angles[i], low);
                }
            } else {
                for (int i = from; i < to; i++) {
                    angles[i] = 1 + sign * cosine(high - angles[i], low);
                }
            }
        }
    }

    static double onePlusCos(double x) {
        for (Stretch stretch : Stretch.ALL) {
            if (x >= 0 && x < stretch.end) {
                return stretch.onePlusCos(x);
            }
        }
        return 1 + Math.cos(x);
    }

    /// Replaces the angles `angles[from … to-1]`, which all rise or all fall, by their {@link #onePlusCos(double)}.
    static void onePlusCos(double[] angles, int from, int to) {
        int i = from;
        for (Stretch stretch : Stretch.ALL) {
            if (i < to && angles[i] >= 0 && angles[to - 1] >= angles[i]) {
                int until = firstAtOrAbove(stretch.end, angles, i, to);
                stretch.onePlusCos(angles, i, until);
                i = until;
            }
        }
        for (; i < to; i++) {
            angles[i] = onePlusCos(angles[i]);
        }
    }

    private static int firstAtOrAbove(double bound, double[] rising, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// `sin(high + low)` for |high| <= pi/4.
    private static double sine(double high, double low) {
        double square = high * high;
        return high + (beyondFirst(high, square) + low * (1 - 0.5 * square));
    }

    /// `cos(high + low)` for |high| <= pi/4, as `1 - 2 sin(h)^2` of half of it.
    ///
    /// The square is taken in two parts (Veltkamp's splitting, Dekker 1971) and the difference with what it loses, so that little
    /// but the last rounding is left. `Math.fma` would do, but is slow where the processor has none.
    private static double cosine(double high, double low) {
        double h = 0.5 * high;
        double beyond = beyondFirst(h, h * h);
        double split = VELTKAMP * h;
        double top = split - (split - h);
        double rest = h - top;
        double most = 2 * top * top;
        double little = rest * (h + top) + (beyond * (2 * h + beyond) + h * low);
        double difference = 1 - most;
        double lost = (1 - difference) - most;
        return difference + (lost - 2 * little);
    }

    /// `sin(x) - x` for |x| <= pi/4, by the polynomial of FDLIBM's `__kernel_sin` (Sun Microsystems, 1993): the sine's error
    /// is 2^-58 of it.
    private static double beyondFirst(double x, double square) {
        double fourth = square * square; // Were the product written out twice, the loops would not be vectorised.
        return x * square * ((S1 + square * S2) + fourth * ((S3 + square * S4) + fourth * (S5 + square * S6)));
    }
}
