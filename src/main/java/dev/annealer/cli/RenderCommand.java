package dev.annealer.cli;

import dev.annealer.chart.ChartImage;
import dev.annealer.chart.ChartPalette;
import dev.annealer.chart.ChartView;
import dev.annealer.chart.FinderChart;
import dev.annealer.chart.FinderPicture;
import dev.annealer.chart.ImageSize;
import dev.annealer.chart.ScheduleChart;
import dev.annealer.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jfree.chart.JFreeChart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `annealer render`: the chart of a document or of an LR range test as a picture.
@Command(
        name = "render",
        description = "Draws the chart of a document or of an LR-finder run, the one that the window shows. Needs no display.")
final class RenderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DOC|RUN", description = "A document, or the file of an LR-finder run (CSV, TSV, JSON …).")
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A file that ends with .png or .svg.")
    private Path out;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1200x600", description = "Pixels (default: 1200x600).")
    private String size = "";

    @Option(names = "--log", description = "A logarithmic axis for the learning rate; for a run, for the loss.")
    private boolean log;

    /// The two looks, named as they are typed.
    enum Theme {
        light,
        dark
    }

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light", description = "Colours (default: light).")
    private Theme theme = Theme.light;

    @Override
    public Integer call() throws InputException, IOException {
        String name = out.toString().toLowerCase(Locale.ROOT);
        boolean svg = name.endsWith(".svg");
        if (!svg && !name.endsWith(".png")) {
            throw usage("--out " + out + " ends neither with .png nor with .svg");
        }
        ImageSize pixels = ImageSize.parse(size).orElseThrow(() -> usage("--size " + size
                + " is no size of a picture; give one like 1200x600, from " + ImageSize.LEAST + " to " + ImageSize.MOST));
        JFreeChart chart = chart(pixels);
        byte[] picture = svg ? ChartImage.svg(chart, pixels) : ChartImage.png(chart, pixels);
        Outputs.requireOther(out, file);
        Outputs.write(out, stream -> stream.write(picture));
        return ExitCode.DONE;
    }

    private JFreeChart chart(ImageSize pixels) throws InputException, IOException {
        ChartPalette palette = ChartPalette.of(theme == Theme.dark);
        if (RunFile.isMeant(file)) {
            FinderPicture picture = FinderPicture.of(RunFile.load(file).run(), log);
            return new FinderChart(palette).build(picture, pixels.width(), pixels.height());
        }
        Schedule schedule = DocumentFile.load(file).schedule();
        return new ScheduleChart(palette).build(schedule, ChartView.whole(schedule).withLogarithmic(log), null, false);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
