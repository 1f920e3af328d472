package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.ui.chart.PictureFiles;
import dev.annealer.ui.support.IconButton;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The LR finder: the chart of the runs with what follows from them beside it, or below where the window is narrow.
public final class FinderView extends BorderPane {
    private static final double WIDE = 660;
    private static final double SIDE_WIDTH = 316;
    private static final double SHARE_BELOW = 0.4;

    private final FinderViewModel model;
    private final ImportViewModel importer;
    private final BorderPane runs = new BorderPane();
    private final ScrollPane side;
    private final Node preview;
    private final Node empty;

    /// @param dark whether to use the dark palette
    public FinderView(
            FinderViewModel model,
            UseViewModel use,
            ImportViewModel importer,
            PictureFiles pictures,
            ObservableValue<Boolean> dark) {
        this.model = model;
        this.importer = importer;
        getStyleClass().add("finder");
        preview = new PreviewPane(importer);
        empty = new EmptyPane(importer);
        side = side(new UsePanel(use), new RunsPanel(model, importer, dark));
        var chart = new FinderChartPane(model, dark);
        runs.setTop(bar(() -> pictures.save(chart::build, "lr-finder.png")));
        runs.setCenter(chart);
        setTop(new ImportBar(importer, model.overlay().busyProperty()));
        importer.previewProperty().subscribe(_ -> showState());
        model.overlay().runsProperty().subscribe(_ -> showState());
        widthProperty().subscribe(_ -> arrange());
        heightProperty().subscribe(_ -> arrange());
    }

    private ScrollPane side(UsePanel use, RunsPanel overlaid) {
        var verdict = Section.note(model.activeProperty()
                .map(run -> String.join("\n", run.curve().analysis().verdict()))
                .orElse(""));
        var content = new VBox(
                use, new Section("finder.verdict.title", verdict), new PicksPanel(model), new ReadingPanel(model), overlaid);
        content.getStyleClass().addAll("side-content", "finder-side");
        var scroll = new ScrollPane(content);
        scroll.getStyleClass().add("side-pane");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private void showState() {
        boolean none = model.overlay().runsProperty().get().isEmpty();
        Node shown = importer.previewProperty().get() != null ? preview : none ? empty : runs;
        if (getCenter() != shown) {
            setCenter(shown);
        }
    }

    private void arrange() {
        boolean wide = getWidth() >= WIDE;
        // A node can't be in two places, not even for a moment.
        (wide ? runs.bottomProperty() : runs.rightProperty()).set(null);
        (wide ? runs.rightProperty() : runs.bottomProperty()).set(side);
        side.setPrefWidth(wide ? SIDE_WIDTH : USE_COMPUTED_SIZE);
        side.setPrefHeight(wide ? USE_COMPUTED_SIZE : getHeight() * SHARE_BELOW);
    }

    private HBox bar(Runnable savePicture) {
        var open = new Button(get("finder.import"), FontIcon.of(Feather.UPLOAD));
        open.getStyleClass().add(Styles.SMALL);
        open.setTooltip(new Tooltip(get("finder.import.tip")));
        open.setOnAction(_ -> importer.choose());
        open.setMinWidth(USE_PREF_SIZE);
        var message = new Label();
        message.textProperty().bind(importer.messageProperty());
        message.getStyleClass().addAll(Styles.TEXT_MUTED, "bar-message");
        message.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button save = icon(Feather.IMAGE, "finder.save-picture", savePicture);
        save.disableProperty().bind(model.pictureProperty().map(_ -> false).orElse(true));
        Button reset = icon(Feather.MAXIMIZE, "finder.reset-zoom", model.navigation()::resetZoom);
        var bar = new HBox(open, message, space, lossScale(), reset, save);
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    private static Button icon(Ikon icon, String key, Runnable action) {
        return new IconButton(icon, get(key), Styles.SMALL, action);
    }

    private HBox lossScale() {
        var label = new Label(get("finder.loss"));
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "loss-scale");
        label.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        var scale = new HBox(
                label,
                scale("toolbar.scale.linear", false, group, Styles.LEFT_PILL),
                scale("toolbar.scale.log", true, group, Styles.RIGHT_PILL));
        scale.getStyleClass().add("choice");
        scale.setMinWidth(USE_PREF_SIZE);
        return scale;
    }

    private ToggleButton scale(String key, boolean logarithmic, ToggleGroup group, String style) {
        var option = new ToggleButton(get(key));
        option.setToggleGroup(group);
        option.getStyleClass().addAll(style, Styles.SMALL);
        option.setMinWidth(USE_PREF_SIZE);
        option.setOnAction(_ -> {
            model.navigation().logarithmicProperty().set(logarithmic);
            option.setSelected(true);
        });
        model.navigation().logarithmicProperty().subscribe(now -> option.setSelected(now == logarithmic));
        return option;
    }
}
