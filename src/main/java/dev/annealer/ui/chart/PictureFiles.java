package dev.annealer.ui.chart;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.chart.ChartImage;
import dev.annealer.chart.ImageSize;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Dialogs.FileKind;
import dev.annealer.ui.support.Dialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;

/// Charts as files of any size.
public final class PictureFiles {
    private final Dialogs dialogs;
    private final Background background;

    public PictureFiles(Dialogs dialogs, Background background) {
        this.dialogs = dialogs;
        this.background = background;
    }

    /// Asks for a size and a file; PNG or SVG follows from the file's ending.
    ///
    /// @param chart as it is shown now, for a size
    /// @param suggested the file name to begin with
    public void save(Function<ImageSize, JFreeChart> chart, String suggested) {
        dialogs.askText(get("chart-image.title"), get("chart-image.size"), "1200x600").ifPresent(text ->
                ImageSize.parse(text)
                        .ifPresentOrElse(
                                size -> save(chart.apply(size), size, suggested),
                                () -> dialogs.error(get("chart-image.title"), get("chart-image.no-size", text))));
    }

    private void save(JFreeChart chart, ImageSize size, String suggested) {
        var kinds = List.of(new FileKind("PNG", List.of("*.png")), new FileKind("SVG", List.of("*.svg")));
        dialogs.chooseToSave(get("chart-image.title"), suggested, kinds).ifPresent(file -> background.run(
                _ -> write(chart, size, file),
                _ -> { },
                failure -> dialogs.error(
                        get("files.unwritable.title", file.getFileName()), String.valueOf(failure.getMessage()))));
    }

    private static Path write(JFreeChart chart, ImageSize size, Path file) throws IOException {
        boolean svg = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
        return Files.write(file, svg ? ChartImage.svg(chart, size) : ChartImage.png(chart, size));
    }
}
