package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Numbers;
import dev.annealer.finder.Use;
import dev.annealer.ui.finder.UseViewModel.Action;
import dev.annealer.ui.finder.UseViewModel.Suggestion;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The numbers to use, the one for the open document marked, and the buttons that use them.
final class UsePanel extends VBox {
    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

    private final UseViewModel model;
    private final VBox rows = new VBox();

    UsePanel(UseViewModel model) {
        this.model = model;
        getStyleClass().add("use-panel");
        rows.getStyleClass().add("use-rows");
        getChildren().add(new Section(
                "finder.use.title",
                rows,
                button(model.baseProperty(), model::useAsBaseLr, "use-base-lr"),
                Section.note(model.baseProperty().map(UsePanel::said)),
                button(model.maxProperty(), model::useAsMaxLr, "use-max-lr"),
                multiplier(),
                Section.note(model.maxProperty().map(UsePanel::said)),
                Section.note(model.messageProperty())));
        model.suggestionsProperty().subscribe(_ -> fill());
    }

    private static String said(Action action) {
        return action.reason().isEmpty() ? action.note() : action.reason();
    }

    private void fill() {
        rows.getChildren().setAll(model.suggestionsProperty().get().stream().map(UsePanel::row).toList());
    }

    private static HBox row(Suggestion suggestion) {
        var name = new Label(suggestion.optimizer());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var rate = new Label(suggestion.lr());
        rate.getStyleClass().add("figure");
        var fits = new Label(get("finder.use.fits"));
        fits.getStyleClass().add("use-fits");
        fits.setVisible(suggestion.fits());
        var row = new HBox(name, fits, space, rate);
        row.getStyleClass().add("use-row");
        row.pseudoClassStateChanged(FITS, suggestion.fits());
        Tooltip.install(row, new Tooltip(suggestion.because()));
        return row;
    }

    private static Button button(ObservableValue<Action> action, Runnable run, String id) {
        var button = new Button();
        button.setId(id);
        button.getStyleClass().addAll(Styles.SMALL, "use-button");
        button.setMaxWidth(Double.MAX_VALUE);
        // `max_lr` is a name, not a mnemonic.
        button.setMnemonicParsing(false);
        button.textProperty().bind(action.map(Action::text));
        button.disableProperty().bind(action.map(now -> !now.isPossible()));
        action.subscribe(now -> button.pseudoClassStateChanged(FITS, now.fits()));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private HBox multiplier() {
        var slider = new Slider(Use.LEAST_MAX_LR, Use.GREATEST_MAX_LR, model.multiplierProperty().get());
        slider.setBlockIncrement(0.5);
        slider.valueProperty().bindBidirectional(model.multiplierProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
        var label = new Label();
        label.textProperty().bind(model.multiplierProperty()
                .map(value -> get("finder.use.multiplier", Numbers.format(Math.round(value.doubleValue() * 10) / 10.0))));
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "finder-note");
        label.setMinWidth(USE_PREF_SIZE);
        slider.accessibleTextProperty().bind(label.textProperty());
        var box = new HBox(slider, label);
        box.getStyleClass().add("field-row");
        box.disableProperty().bind(model.maxProperty().map(now -> !now.isPossible()));
        return box;
    }
}
