package dev.annealer.schedule;

import java.util.List;

/// `b * gamma ** (number of milestones <= k)`
///
/// @param milestones local steps, rising; a repeated one counts as often as it stands there
public record MultiStepLR(List<Long> milestones, double gamma) implements Scheduler {
    public MultiStepLR {
        milestones = milestones.stream().sorted().toList();
    }

    @Override
    public double at(long k, Group group) {
        return group.baseLr() * Math.pow(gamma, reachedBy(k));
    }

    private int reachedBy(long k) {
        int low = 0;
        int high = milestones.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (milestones.get(middle) <= k) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        Plateaus.fill(values, from, to, k, group, this, step -> {
            int reached = reachedBy(step);
            return reached == milestones.size() ? Long.MAX_VALUE : milestones.get(reached);
        });
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
