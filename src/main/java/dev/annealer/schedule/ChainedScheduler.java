package dev.annealer.schedule;

import dev.annealer.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `b` times the product of the members' factors.
public final class ChainedScheduler implements Scheduler, Evaluation {
    private static final int BLOCK = 8192;

    private final List<Scheduler> members;
    private volatile @Nullable BlockIndex index;

    public ChainedScheduler(List<Scheduler> members) {
        this.members = List.copyOf(members);
    }

    public List<Scheduler> members() {
        return members;
    }

    @Override
    public double at(long k, Group group) {
        return group.baseLr() * factor(k);
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        var factors = new double[Math.min(BLOCK, to - from)];
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            fillFactors(values, start, count, k + (start - from), factors);
            for (int i = start; i < start + count; i++) {
                values[i] = group.baseLr() * values[i];
            }
        }
    }

    private void fillFactors(double[] values, int from, int count, long k, double[] factors) {
        Arrays.fill(values, from, from + count, 1);
        for (Scheduler member : members) {
            member.fill(factors, 0, count, k, Group.UNIT);
            for (int i = 0; i < count; i++) {
                values[from + i] *= factors[i];
            }
        }
    }

    private double factor(long k) {
        double factor = 1;
        for (Scheduler member : members) {
            factor *= member.at(k, Group.UNIT);
        }
        return factor;
    }

    @Override
    public long[] landmarks(long from, long to) {
        BlockIndex known = index;
        return known == null ? BlockIndex.sample(from, to) : known.landmarks(this, from, to);
    }

    @Override
    public Optional<Failure> evaluate(long length, Progress progress) {
        for (Scheduler member : members) {
            if (member instanceof Evaluation evaluation) {
                Optional<Failure> failure = evaluation.evaluate(length, progress);
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        var factors = new double[BlockIndex.MOST_AT_ONCE];
        index = BlockIndex.over(
                (values, count, k) -> fillFactors(values, 0, count, k, factors), length, progress);
        return Optional.empty();
    }

    @Override
    public boolean isEvaluated() {
        return index != null;
    }
}
