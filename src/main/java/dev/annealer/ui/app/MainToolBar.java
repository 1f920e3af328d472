package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.StepUnit;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.support.PillChoice;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is used all the time: files, undo, and how the chart's axes count.
final class MainToolBar {
    private final Commands commands;
    private final ChartViewModel chart;
    private final Appearance appearance;

    MainToolBar(Commands commands, ChartViewModel chart, Appearance appearance) {
        this.commands = commands;
        this.chart = chart;
        this.appearance = appearance;
    }

    HBox build() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(
                button(commands.newDocument),
                button(commands.open),
                button(commands.save),
                new Separator(Orientation.VERTICAL),
                button(commands.undo),
                button(commands.redo),
                new Separator(Orientation.VERTICAL),
                named(commands.recipes),
                named(commands.advisor),
                space,
                label("toolbar.axis"),
                new PillChoice<>(chart.axisUnitProperty(), List.of(StepUnit.BATCH, StepUnit.EPOCH), unit ->
                        get(unit == StepUnit.BATCH ? "toolbar.axis.step" : "toolbar.axis.epoch")),
                label("toolbar.scale"),
                new PillChoice<>(chart.logarithmicProperty(), List.of(false, true), logarithmic ->
                        get(logarithmic ? "toolbar.scale.log" : "toolbar.scale.linear")),
                button(commands.resetZoom),
                compareButton(),
                new Separator(Orientation.VERTICAL),
                themeButton());
        bar.getStyleClass().add("main-toolbar");
        return bar;
    }

    private static Label label(String key) {
        var label = new Label(get(key));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    private static Button button(Command command) {
        var button = new Button(null, FontIcon.of(command.icon().orElseThrow()));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "tool-button");
        button.disableProperty().bind(command.unavailable());
        button.setOnAction(_ -> command.action().run());
        var tooltip = new Tooltip();
        command.text().subscribe(_ -> {
            String key = command.key().map(combination -> "  " + combination.getDisplayText()).orElse("");
            tooltip.setText(command.plainText() + key);
            button.setAccessibleText(command.plainText());
        });
        button.setTooltip(tooltip);
        return button;
    }

    /// A button with its text beside its icon, for what people don't look for behind a picture.
    private static Button named(Command command) {
        Button button = button(command);
        button.getStyleClass().removeAll(Styles.BUTTON_ICON, "tool-button");
        button.getStyleClass().add("named-button");
        button.setText(command.plainText().replace("…", ""));
        return button;
    }

    /// Compares, or stops comparing: what makes sense now.
    private StackPane compareButton() {
        Button compare = button(commands.compare);
        Button stop = button(commands.stopComparing);
        stop.visibleProperty().bind(stop.disabledProperty().not());
        compare.visibleProperty().bind(stop.visibleProperty().not());
        return new StackPane(compare, stop);
    }

    private Button themeButton() {
        var button = new Button();
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "tool-button");
        button.setAccessibleText(get("toolbar.theme"));
        button.setTooltip(new Tooltip(get("toolbar.theme")));
        button.setOnAction(_ -> appearance.toggle());
        appearance.darkProperty().subscribe(dark -> button.setGraphic(FontIcon.of(dark ? Feather.SUN : Feather.MOON)));
        return button;
    }
}
