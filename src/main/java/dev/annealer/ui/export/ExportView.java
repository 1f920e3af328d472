package dev.annealer.ui.export;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.export.target.Export;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The code, highlighted, with its targets and what can be done with it.
public final class ExportView extends BorderPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final ExportViewModel model;
    private final CodeView code;
    private final VBox refusal = new VBox();
    private final BooleanBinding refused;

    public ExportView(ExportViewModel model) {
        this.model = model;
        this.code = new CodeView(get("export.code"), model::copy);
        this.refused = Bindings.createBooleanBinding(
                () -> model.exportProperty().get() instanceof Export.NotExpressible, model.exportProperty());
        getStyleClass().add("export-view");
        refusal.getStyleClass().add("refusal");
        var scrolled = new ScrollPane(refusal);
        scrolled.getStyleClass().addAll("refusal-pane", Styles.TEXT_SMALL);
        scrolled.setFitToWidth(true);
        scrolled.setFitToHeight(true);
        scrolled.visibleProperty().bind(refused);
        code.visibleProperty().bind(refused.not());
        setTop(bar());
        setLeft(new TargetList(model));
        setCenter(new StackPane(code, scrolled));
        model.exportProperty().subscribe(this::show);
        model.targetProperty().subscribe(_ -> show(model.exportProperty().get()));
        // A tab that is not chosen is hidden by the part of the tab pane that holds it.
        parentProperty().subscribe(parent -> {
            if (parent == null) {
                model.shownProperty().unbind();
            } else {
                model.shownProperty().bind(parent.visibleProperty());
            }
        });
        model.staleProperty().subscribe(stale -> code.pseudoClassStateChanged(STALE, stale));
    }

    private void show(Export export) {
        switch (export) {
            case Export.Code(String text) -> code.show(text, model.targetProperty().get().language());
            case Export.NotExpressible(String because, String instead) -> {
                Label title = wrapped(get("export.refused", model.targetProperty().get().title()));
                title.setGraphic(FontIcon.of(Feather.SLASH));
                title.getStyleClass().add(Styles.TEXT_BOLD);
                refusal.getChildren().setAll(
                        title, wrapped(get("export.refused.because", because)), wrapped(get("export.refused.instead", instead)));
            }
        }
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox bar() {
        var message = new Label();
        message.textProperty().bind(model.messageProperty());
        message.getStyleClass().addAll(Styles.TEXT_MUTED, "bar-message");
        message.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = button("export.copy", Feather.COPY, model::copy);
        Button save = button("export.save", Feather.SAVE, model::save);
        copy.disableProperty().bind(refused);
        save.disableProperty().bind(refused);
        var bar = new HBox(message, space, copy, save, saveAll());
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    private SplitMenuButton saveAll() {
        var elsewhere = new MenuItem(get("export.folder"), FontIcon.of(Feather.FOLDER));
        elsewhere.setOnAction(_ -> model.saveAllElsewhere());
        var button = new SplitMenuButton(elsewhere);
        styled(button, "export.save-all", Feather.FOLDER_PLUS, model::saveAll);
        model.folderProperty().subscribe(folder -> button.setTooltip(new Tooltip(tip(folder))));
        return button;
    }

    private static String tip(Optional<Path> folder) {
        return folder.map(known -> get("export.save-all.tip", known.toString())).orElse(get("export.save-all.choose.tip"));
    }

    private static Button button(String key, Ikon icon, Runnable action) {
        var button = new Button();
        styled(button, key, icon, action);
        button.setTooltip(new Tooltip(get(key + ".tip")));
        return button;
    }

    private static void styled(ButtonBase button, String key, Ikon icon, Runnable action) {
        button.setText(get(key));
        button.setGraphic(FontIcon.of(icon));
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
    }
}
