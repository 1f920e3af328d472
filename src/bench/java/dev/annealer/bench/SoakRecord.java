package dev.annealer.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// What was seen of the window while it was used.
final class SoakRecord {
    private static final double SIXTIETH = 1000.0 / 60;
    /// A frame is late where it came more than a quarter of its time after its due.
    private static final double LATE = SIXTIETH * 1.25;
    private static final int WARMUP_MINUTES = 1;
    private static final double MOST_GROWTH = 1.25;
    private static final int MOST_NEW_THREADS = 4;

    private final double minutes;
    private final boolean judgesFrames;
    private final AtomicInteger thrown = new AtomicInteger();
    private final AtomicInteger errands = new AtomicInteger();
    private final double[] times = new double[1 << 16];
    private int frames;
    private long total;
    private long late;
    private final long start = System.nanoTime();
    private long last;
    private int minute;
    private long firstHeap;
    private long heap;
    private int firstThreads;
    private int threads;

    SoakRecord(double minutes, boolean judgesFrames) {
        this.minutes = minutes;
        this.judgesFrames = judgesFrames;
    }

    void threw(Throwable failure) {
        thrown.incrementAndGet();
        System.out.println("thrown: " + failure);
        failure.printStackTrace(System.out);
    }

    void errandDone() {
        errands.incrementAndGet();
    }

    /// @return whether to go on
    boolean frame(long now) {
        if (last != 0 && frames < times.length) {
            double time = (now - last) / 1e6;
            times[frames++] = time;
            total++;
            late += time > LATE ? 1 : 0;
        }
        last = now;
        double gone = (System.nanoTime() - start) / 60e9;
        if (gone >= minute + 1) {
            minute++;
            tell();
            last = 0;
        }
        return gone < minutes;
    }

    private void tell() {
        System.gc();
        heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        threads = Thread.getAllStackTraces().size();
        if (minute == WARMUP_MINUTES + 1) {
            firstHeap = heap;
            firstThreads = threads;
            total = 0;
            late = 0;
        }
        double[] sorted = Arrays.copyOf(times, frames);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "minute %d: heap after collection %.1f MB, %d threads, %d frames, median %.1f ms, p95 %.1f ms, worst %.0f ms, %d errands%n",
                minute, heap / 1e6, threads, frames, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1), errands.get());
        frames = 0;
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    int verdict() {
        boolean flat = firstHeap == 0 || heap <= firstHeap * MOST_GROWTH;
        boolean clean = firstThreads == 0 || threads <= firstThreads + MOST_NEW_THREADS;
        boolean smooth = !judgesFrames || late * 20 <= total;
        System.out.printf(
                Locale.ROOT,
                "heap %s (%.1f to %.1f MB), threads %s (%d to %d), %d thrown, %.1f%% of %d frames late%s%n",
                flat ? "flat" : "GREW", firstHeap / 1e6, heap / 1e6, clean ? "steady" : "LEFT OVER", firstThreads, threads,
                thrown.get(), total == 0 ? 0 : 100.0 * late / total, total, judgesFrames ? "" : " (not judged)");
        return flat && clean && smooth && thrown.get() == 0 ? 0 : 1;
    }
}
