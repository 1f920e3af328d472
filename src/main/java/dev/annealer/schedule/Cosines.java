package dev.annealer.schedule;

/// `1 + cos(x)` with the rounding of cos to a double in between, as Python computes it: near the cosine's foot, where hardly
/// anything is left, that rounding is most of what is left.
///
/// For x in [0, 5/2 pi] it is by {@link Turn}s, whose loops the compiler turns into vector instructions, and elsewhere
/// {@link Math#cos}. One step and many in a row give the same bits: Java's arithmetic is strict.
///
/// Its error is below 3e-16 everywhere. In the last thousandth above the foot it is the correctly rounded value but for a step in
/// some thousand, where it is the double beside. That is as near to PyTorch's number as `Math.cos`, which is not glibc's cos either.
final class Cosines {
    /// Values that stay in the processor's first cache while several loops go over them.
    static final int BLOCK = 1024;

    private static final double PI_LOW = 1.2246467991473532e-16; // pi - Math.PI

    private Cosines() {}

    /// A multiple of pi: around it a cosine is `side * (1 - versine(x - centre))`.
    private enum Turn {
        PEAK(0, 0, 1),
        FOOT(Math.PI, PI_LOW, -1),
        NEXT_PEAK(2 * Math.PI, 2 * PI_LOW, 1);

        private static final Turn[] ALL = values();

        private final double centre;
        private final double centreLow;
        private final double side;
        private final double end;

        /// @param centre its double
        /// @param centreLow what that double lacks
        Turn(double centre, double centreLow, double side) {
            this.centre = centre;
            this.centreLow = centreLow;
            this.side = side;
            end = Math.nextUp(centre + Math.PI / 2); // A quarter belongs to the earlier turn, where it is cos's very double.
        }

        private double onePlusCos(double x) {
            return 1 + side * (1 - versine(centre - x, centreLow));
        }

        /// A loop without calls of virtual methods or reads of fields.
        private void onePlusCos(double[] angles, int from, int to) {
            double high = centre;
            double low = centreLow;
            double sign = side;
            for (int i = from; i < to; i++) {
                angles[i] = 1 + sign * (1 - versine(high - angles[i], low));
            }
        }
    }

    static double onePlusCos(double x) {
        for (Turn turn : Turn.ALL) {
            if (x >= 0 && x < turn.end) {
                return turn.onePlusCos(x);
            }
        }
        return 1 + Math.cos(x);
    }

    /// Replaces the angles `angles[from … to-1]`, which all rise or all fall, by their {@link #onePlusCos(double)}.
    static void onePlusCos(double[] angles, int from, int to) {
        int i = from;
        for (Turn turn : Turn.ALL) {
            if (i < to && angles[i] >= 0 && angles[to - 1] >= angles[i]) {
                int until = firstAtOrAbove(turn.end, angles, i, to);
                turn.onePlusCos(angles, i, until);
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

    /// `1 - cos(high + low)` for |high| <= pi/4 * 2, as `2 sin(h)^2` of half of it, within 0.6 units in the last place.
    ///
    /// The sine is that of FDLIBM's `__kernel_sin` (Sun Microsystems, 1993), `h + h^3 * P(h^2)` with an error of 2^-58 for
    /// |h| <= pi/4. Its square is taken in two parts (Dekker, 1971: Veltkamp's splitting) because a rounding here would be
    /// a different double near the foot more often. `Math.fma` would do, but is slow where the processor has none.
    private static double versine(double high, double low) {
        double h = high * 0.5;
        double z = h * h;
        double w = z * z; // Written as z * z twice the loop stays scalar.
        double tail = h * z * ((S1 + z * S2) + w * ((S3 + z * S4) + w * (S5 + z * S6)));
        double split = VELTKAMP * h;
        double top = split - (split - h);
        double rest = h - top;
        return 2 * (top * top + (rest * (h + top) + (tail * (2 * h + tail) + h * low)));
    }

    private static final double VELTKAMP = (1 << 27) + 1;
    private static final double S1 = -1.66666666666666324348e-01;
    private static final double S2 = 8.33333333332248946124e-03;
    private static final double S3 = -1.98412698298579493134e-04;
    private static final double S4 = 2.75573137070700676789e-06;
    private static final double S5 = -2.50507602534068634195e-08;
    private static final double S6 = 1.58969099521155010221e-10;
}
