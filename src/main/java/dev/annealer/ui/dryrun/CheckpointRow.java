package dev.annealer.ui.dryrun;

import static dev.annealer.document.Numbers.grouped;
import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Numbers;
import dev.annealer.trace.Checkpoints.Checkpoint;
import dev.annealer.ui.chart.ChartViewModel;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// One checkpoint: its name, which shows it in the chart, its step and its learning rate.
final class CheckpointRow {
    private final Hyperlink name = new Hyperlink();
    private final Label step = new Label();
    private final Label rate = new Label();
    private long shown;

    CheckpointRow(ChartViewModel chart) {
        name.setOnAction(_ -> {
            chart.reveal(shown);
            name.setVisited(false);
        });
        step.getStyleClass().add(Styles.TEXT_MUTED);
        rate.getStyleClass().add("figure");
        // In a narrow pane the names give way, not the figures.
        List.of(step, rate).forEach(figure -> figure.setMinWidth(Region.USE_PREF_SIZE));
    }

    List<Node> nodes() {
        return List.of(name, step, rate);
    }

    void show(Checkpoint checkpoint) {
        shown = checkpoint.step();
        name.setText(get("checkpoints." + checkpoint.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        step.setText(grouped(checkpoint.step()));
        rate.setText(Numbers.format(checkpoint.lr(), CheckpointsView.DIGITS));
    }
}
