package dev.annealer.schedule;

/// `b * gamma ** k`
public record ExponentialLR(double gamma) implements Scheduler {
    private static final int BLOCK = 1024;

    @Override
    public double at(long k, Group group) {
        return group.baseLr() * Math.pow(gamma, k);
    }

    /// One power a block, times a table of the block's own powers.
    @Override
    public void sweep(double[] values, int from, int to, long k, Group group) {
        var powers = new double[Math.min(BLOCK, to - from)];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.pow(gamma, i);
        }
        for (int start = from; start < to; start += BLOCK) {
            double first = at(k + (start - from), group);
            int count = Math.min(BLOCK, to - start);
            for (int i = 0; i < count; i++) {
                values[start + i] = first * powers[i];
            }
        }
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
