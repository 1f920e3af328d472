package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.chart.ChartImage;
import dev.annealer.chart.ChartPalette;
import dev.annealer.chart.ChartView;
import dev.annealer.chart.ImageSize;
import dev.annealer.chart.ScheduleChart;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.chart.PictureFiles;
import dev.annealer.ui.support.Dialogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
    private final PictureFiles files;

    ChartImages(ChartViewModel chart, ObservableValue<Boolean> dark, Dialogs dialogs, PictureFiles files) {
        this.chart = chart;
        this.dark = dark;
        this.dialogs = dialogs;
        this.files = files;
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
        return new ScheduleChart(ChartPalette.of(dark.getValue())).build(
                schedule, view, null, false, chart.comparedProperty().get());
    }

    void save() {
        files.save(_ -> build(), "schedule.png");
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
