package dev.annealer.ui.export;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.export.target.Exporter;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The code, highlighted, with its targets and what can be done with it.
public final class ExportView extends BorderPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final ExportViewModel model;
    private final CodeView lines;

    public ExportView(ExportViewModel model) {
        this.model = model;
        getStyleClass().add("export-view");
        lines = new CodeView(get("export.code"), model::copy);
        setTop(bar());
        setCenter(lines);
        model.codeProperty().subscribe(code -> lines.show(code, model.targetProperty().get().language()));
        model.staleProperty().subscribe(stale -> lines.pseudoClassStateChanged(STALE, stale));
    }

    private HBox bar() {
        var targets = new HBox();
        targets.getStyleClass().add("choice");
        var group = new ToggleGroup();
        for (Exporter exporter : model.targets()) {
            targets.getChildren().add(target(exporter, group));
        }
        var message = new Label();
        message.textProperty().bind(model.messageProperty());
        message.getStyleClass().addAll(Styles.TEXT_MUTED, "bar-message");
        message.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(
                targets,
                message,
                space,
                button("export.copy", Feather.COPY, model::copy),
                button("export.save", Feather.SAVE, model::save),
                iconButton("export.save-all", Feather.FOLDER_PLUS, model::saveAll));
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    private ToggleButton target(Exporter exporter, ToggleGroup group) {
        var button = new ToggleButton(exporter.title());
        boolean first = exporter == model.targets().getFirst();
        boolean last = exporter == model.targets().getLast();
        button.getStyleClass().addAll(first ? Styles.LEFT_PILL : last ? Styles.RIGHT_PILL : Styles.CENTER_PILL, Styles.SMALL);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            model.targetProperty().set(exporter);
            button.setSelected(true);
        });
        model.targetProperty().subscribe(chosen -> button.setSelected(chosen == exporter));
        return button;
    }

    private Button iconButton(String key, Ikon icon, Runnable action) {
        Button button = button(key, icon, action);
        button.setAccessibleText(button.getText());
        button.setText(null);
        return button;
    }

    private Button button(String key, Ikon icon, Runnable action) {
        var button = new Button(get(key), FontIcon.of(icon));
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(_ -> action.run());
        button.setTooltip(new Tooltip(get(key + ".tip")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
