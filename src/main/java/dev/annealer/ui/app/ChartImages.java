package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.chart.ChartImage;
import dev.annealer.chart.ChartPalette;
import dev.annealer.chart.ChartView;
import dev.annealer.chart.ImageSize;
import dev.annealer.chart.ScheduleChart;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Dialogs.FileKind;
import dev.annealer.ui.support.Dialogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jfree.chart.JFreeChart;

/// The chart as it is shown, as a picture of any size.
final class ChartImages {
    private final ChartViewModel chart;
    private final ObservableValue<Boolean> dark;
    private final Dialogs dialogs;
    private final Background background;

    ChartImages(ChartViewModel chart, ObservableValue<Boolean> dark, Dialogs dialogs, Background background) {
        this.chart = chart;
        this.dark = dark;
        this.dialogs = dialogs;
        this.background = background;
    }

    ObservableBooleanValue unavailable() {
        return chart.viewProperty().isNull();
    }

    private JFreeChart build() {
        Schedule schedule = chart.session().scheduleProperty().get();
        ChartView view = chart.viewProperty().get();
        if (schedule == null || view == null) {
            throw new IllegalStateException("the command is disabled without a chart");
        }
        return new ScheduleChart(ChartPalette.of(dark.getValue())).build(schedule, view, null, false);
    }

    /// Asks for a size and a file; PNG or SVG follows from the file's ending.
    void save() {
        dialogs.askText(get("chart-image.title"), get("chart-image.size"), "1200x600").ifPresent(text ->
                ImageSize.parse(text)
                        .ifPresentOrElse(this::save, () -> dialogs.error(get("chart-image.title"), get("chart-image.no-size", text))));
    }

    private void save(ImageSize size) {
        var kinds = List.of(new FileKind("PNG", List.of("*.png")), new FileKind("SVG", List.of("*.svg")));
        dialogs.chooseToSave(get("chart-image.title"), "schedule.png", kinds).ifPresent(file -> {
            JFreeChart drawn = build();
            background.run(
                    _ -> write(drawn, size, file),
                    _ -> { },
                    failure -> dialogs.error(get("files.unwritable.title", file.getFileName()), String.valueOf(failure.getMessage())));
        });
    }

    private static Path write(JFreeChart drawn, ImageSize size, Path file) throws IOException {
        boolean svg = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
        return Files.write(file, svg ? ChartImage.svg(drawn, size) : ChartImage.png(drawn, size));
    }

    void copy() {
        try {
            var content = new ClipboardContent();
            content.putImage(new Image(new ByteArrayInputStream(ChartImage.png(build(), ImageSize.DEFAULT))));
            Clipboard.getSystemClipboard().setContent(content);
        } catch (IOException e) {
            dialogs.error(get("chart-image.title"), String.valueOf(e.getMessage()));
        }
    }
}
