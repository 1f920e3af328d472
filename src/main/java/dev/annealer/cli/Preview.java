package dev.annealer.cli;

import dev.annealer.chart.ChartImage;
import dev.annealer.chart.ChartPalette;
import dev.annealer.chart.ChartView;
import dev.annealer.chart.ImageSize;
import dev.annealer.chart.ScheduleChart;
import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.lint.Finding;
import dev.annealer.lint.rule.Rules;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.trace.Checkpoints.Checkpoint;
import dev.annealer.trace.Checkpoints;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What can be shown where no window can: the first document's chart as a picture, its checkpoints and its findings.
public final class Preview {
    /// Where the picture goes; the folder for temporary files where this property is not set.
    public static final String FOLDER_PROPERTY = "annealer.preview.folder";

    private static final int DIGITS = 6;

    private final Console console;

    public Preview(OutputStream out, OutputStream err) {
        console = new Console(out, err);
    }

    /// @param args the document to show, where one is given
    /// @param otherwise what the window would show first
    /// @param reason why there is no window
    /// @return the exit code
    public int show(String[] args, Document otherwise, String reason) {
        int code;
        try {
            Document document = args.length == 0 ? otherwise : DocumentFile.read(Path.of(args[0]));
            Schedule schedule = args.length == 0 ? compiled(document) : DocumentFile.load(Path.of(args[0])).schedule();
            show(document.name().isBlank() ? DocumentFile.stem(Path.of(args[0])) : document.name(), document, schedule, reason);
            code = ExitCode.DONE;
        } catch (InputException | IOException e) {
            code = console.failure(e);
        }
        return console.finish(code);
    }

    private static Schedule compiled(Document document) {
        return ScheduleCompiler.compileWhole(document, Progress.NONE).compiled().orElseThrow();
    }

    private void show(String name, Document document, Schedule schedule, String reason) throws IOException {
        PrintStream out = console.out();
        out.print(reason + " This is what the window would show first.\n\n");
        out.print(name + ": " + schedule.steps() + " scheduler steps\n");
        for (Checkpoint checkpoint : Checkpoints.of(schedule, 0)) {
            String what = checkpoint.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            out.print(String.format(
                    Locale.ROOT, "  %-15s step %8d   lr %s%n", what, checkpoint.step(), Numbers.format(checkpoint.lr(), DIGITS)));
        }
        List<Finding> findings = Rules.LINTER.lint(document, schedule).findings();
        out.print(findings.isEmpty() ? "\nNo findings.\n" : "\nFindings:\n");
        findings.forEach(finding -> out.print("  " + finding + "\n"));
        Path folder = Path.of(System.getProperty(FOLDER_PROPERTY, System.getProperty("java.io.tmpdir")));
        Files.createDirectories(folder);
        Path picture = folder.resolve("annealer-preview.png");
        var chart = new ScheduleChart(ChartPalette.LIGHT).build(schedule, ChartView.whole(schedule), null, false);
        Files.write(picture, ChartImage.png(chart, ImageSize.DEFAULT));
        out.print("\nThe chart: " + picture.toAbsolutePath() + "\n");
        out.print("On the command line: annealer --help\n");
    }
}
