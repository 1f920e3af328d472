package dev.annealer.bench;

import dev.annealer.chart.ChartImage;
import dev.annealer.chart.ChartPalette;
import dev.annealer.chart.ChartView;
import dev.annealer.chart.ScheduleChart;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;

/// Knob to pixel, without the toolkit around it: the changed document is compiled, its chart built and drawn into the pixels that the
/// window shows. One line a case: `name median p95`, in milliseconds.
public final class ChartFrames {
    private static final int WARMUP = 150;
    private static final int FRAMES = 200;

    private ChartFrames() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        // Once for the compiler: else the first case pays for all.
        measure("warm-up", Chains.grouped(100_000), 1000, 500);
        for (long steps : new long[] {1_000, 100_000, 10_000_000, 100_000_000}) {
            measure("chain of " + steps, Chains.usual(steps), 1000, 500);
        }
        measure("dense, 1e8 steps", Chains.dense(100_000_000), 1000, 500);
        measure("4 groups, momentum, 1e6 steps", Chains.grouped(1_000_000), 1000, 500);
        measure("full screen, 1e8 steps", Chains.usual(100_000_000), 1900, 1000);
        measure("full screen, dense", Chains.dense(100_000_000), 1900, 1000);
    }

    private static void measure(String name, Document document, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Schedule ghost = Chains.compiled(document);
        var times = new double[FRAMES];
        for (int i = -WARMUP; i < FRAMES; i++) {
            long start = System.nanoTime();
            frame(document, 0.1 + i * 1e-4, ghost, image);
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "%-32s median %6.2f  p95 %6.2f%n", name, times[FRAMES / 2], times[FRAMES * 95 / 100]);
    }

    private static void frame(Document document, double rate, Schedule ghost, BufferedImage image) {
        Document changed = document.withOptimizer(document.optimizer().withLr(Input.of(rate)));
        Schedule schedule = ScheduleCompiler.compileWhole(changed, Progress.NONE).compiled().orElseThrow();
        Graphics2D graphics = image.createGraphics();
        var chart = new ScheduleChart(ChartPalette.LIGHT).build(schedule, ChartView.whole(schedule), ghost, false);
        ChartImage.draw(chart, graphics, image.getWidth(), image.getHeight(), new ChartRenderingInfo());
        graphics.dispose();
    }
}
