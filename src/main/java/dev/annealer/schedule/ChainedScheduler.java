package dev.annealer.schedule;

import dev.annealer.progress.Progress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `b` times the product of the members' factors.
public final class ChainedScheduler implements Scheduler, Evaluation {
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
        return known == null ? BlockIndex.sample(from, to) : known.landmarks(this::factor, from, to);
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
        index = BlockIndex.over(this::factor, length, progress);
        return Optional.empty();
    }

    @Override
    public boolean isEvaluated() {
        return index != null;
    }
}
