package dev.annealer.ui.app;

import dev.annealer.chart.ChartImage;
import dev.annealer.chart.ChartPalette;
import dev.annealer.chart.ChartView;
import dev.annealer.chart.ScheduleChart;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.ui.support.Background;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;

/// Compiles and draws charts that nobody sees, while a window that has just opened has nothing else to do: by then the first knob
/// that is turned finds its code loaded and compiled. Cold, a first change takes half a second.
final class ChartWarmUp {
    private static final int CHARTS = 60;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;

    private final Document document;
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);

    private ChartWarmUp(Document document) {
        this.document = document;
    }

    /// In the background, with changes of `document`.
    static void start(Document document, Background background) {
        background.run(
                progress -> {
                    new ChartWarmUp(document).run(progress);
                    return null;
                },
                _ -> { },
                // What goes wrong here goes wrong again, and is told of, where somebody sees it.
                _ -> { });
    }

    private void run(Progress progress) {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        for (int i = 0; i < CHARTS && !progress.isCancelled(); i++) {
            Input rate = Input.of(1e-3 * (1 + i / 10.0));
            Document changed = document.withOptimizer(document.optimizer().withLr(rate));
            boolean logarithmic = i % 4 == 0;
            ScheduleCompiler.compileWhole(changed, progress).compiled().ifPresent(schedule -> {
                ChartView view = ChartView.whole(schedule).withLogarithmic(logarithmic);
                Graphics2D graphics = image.createGraphics();
                var chart = new ScheduleChart(ChartPalette.of(logarithmic)).build(schedule, view, schedule, false);
                ChartImage.draw(chart, graphics, WIDTH, HEIGHT, new ChartRenderingInfo());
                graphics.dispose();
            });
        }
        Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
    }
}
