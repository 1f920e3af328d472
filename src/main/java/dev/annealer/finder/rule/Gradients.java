package dev.annealer.finder.rule;

/// Derivatives of sampled curves, as `numpy.gradient` computes them.
public final class Gradients {
    private Gradients() {}

    /// Second-order central differences for uneven spacing inside, one-sided differences at both ends. Not finite where
    /// neighbouring `x` are equal.
    public static double[] over(double[] y, double[] x) {
        int n = y.length;
        double[] gradient = new double[n];
        if (n < 2) {
            return gradient;
        }
        gradient[0] = (y[1] - y[0]) / (x[1] - x[0]);
        gradient[n - 1] = (y[n - 1] - y[n - 2]) / (x[n - 1] - x[n - 2]);
        for (int i = 1; i < n - 1; i++) {
            double left = x[i] - x[i - 1];
            double right = x[i + 1] - x[i];
            double a = -right / (left * (left + right));
            double b = (right - left) / (left * right);
            double c = left / (right * (left + right));
            gradient[i] = a * y[i - 1] + b * y[i] + c * y[i + 1];
        }
        return gradient;
    }

    /// The same over the points' positions.
    public static double[] byIndex(double[] y) {
        int n = y.length;
        double[] gradient = new double[n];
        if (n < 2) {
            return gradient;
        }
        gradient[0] = y[1] - y[0];
        gradient[n - 1] = y[n - 1] - y[n - 2];
        for (int i = 1; i < n - 1; i++) {
            gradient[i] = (y[i + 1] - y[i - 1]) / 2;
        }
        return gradient;
    }

    /// The position of the least finite value of [from, to), the first of several; -1 where there is none.
    static int argmin(double[] values, int from, int to) {
        int least = -1;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(values[i]) && (least < 0 || values[i] < values[least])) {
                least = i;
            }
        }
        return least;
    }
}
