package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Numbers;
import dev.annealer.finder.rule.Pick;
import dev.annealer.finder.rule.PickRule;
import dev.annealer.finder.rule.PickRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Every rule with its pick: whether it is marked, and whether it is the one to be used.
final class PicksPanel extends VBox {
    private static final int DIGITS = 3;

    private final FinderViewModel model;
    private final ToggleGroup choice = new ToggleGroup();
    private final GridPane grid = new GridPane();
    private final List<Runnable> refreshers = new ArrayList<>();
    private final Label spread = new Label();

    PicksPanel(FinderViewModel model) {
        this.model = model;
        grid.getStyleClass().addAll("figures", "picks");
        var growing = new ColumnConstraints();
        growing.setHgrow(Priority.ALWAYS);
        var right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), growing, right, right);
        PickRules.ALL.forEach(this::addRule);
        addOwn();
        spread.setWrapText(true);
        spread.getStyleClass().add("finder-note");
        spread.setMinHeight(USE_PREF_SIZE);
        getChildren().add(new Section("finder.picks.title", grid, spread));
        model.pictureProperty().subscribe(_ -> refresh());
    }

    private void addRule(PickRule rule) {
        var shown = new CheckBox(rule.title());
        shown.setMinWidth(0);
        shown.setId("show-" + rule.id());
        shown.setTooltip(new Tooltip(rule.explanation()));
        shown.setOnAction(_ -> model.setShown(rule.id(), shown.isSelected()));
        var rate = new Label();
        rate.getStyleClass().add("figure");
        rate.setMinWidth(USE_PREF_SIZE);
        var apart = new Label();
        apart.getStyleClass().add("finder-note");
        apart.setMinWidth(USE_PREF_SIZE);
        RadioButton used = used(rule.id(), rule.title());
        grid.addRow(grid.getRowCount(), used, shown, rate, apart);
        refreshers.add(() -> {
            shown.setSelected(model.shownProperty().get().contains(rule.id()));
            Optional<Pick> pick = Optional.ofNullable(model.activeProperty().get()).map(run -> run.pick(rule.id()));
            boolean found = pick.filter(Pick::isFound).isPresent();
            rate.setText(pick.filter(Pick::isFound).map(now -> Numbers.format(now.lr(), DIGITS)).orElse("\u2014"));
            rate.setTooltip(pick.filter(now -> !now.isFound()).map(now -> new Tooltip(now.why())).orElse(null));
            used.setDisable(!found);
            showSpread(apart, PickSpread.of(rule.id(), model.overlay().visible()));
        });
    }

    private RadioButton used(String rule, String title) {
        var used = new RadioButton();
        used.setToggleGroup(choice);
        used.setId("use-" + rule);
        used.setAccessibleText(get("finder.picks.choose", title));
        used.setTooltip(new Tooltip(get("finder.picks.choose", title)));
        used.setOnAction(_ -> model.chosenProperty().set(rule));
        model.chosenProperty().subscribe(chosen -> used.setSelected(chosen.equals(rule)));
        return used;
    }

    private void addOwn() {
        var placed = new CheckBox(get("finder.picks.own"));
        placed.setId("show-own");
        placed.setTooltip(new Tooltip(get("finder.picks.own.tip")));
        placed.setOnAction(_ -> {
            if (placed.isSelected()) {
                model.placeOwn();
            } else {
                model.removeOwn();
            }
        });
        var rate = new Label();
        rate.getStyleClass().add("figure");
        RadioButton used = used(FinderViewModel.OWN, get("finder.own.label"));
        grid.addRow(grid.getRowCount(), used, placed, rate);
        refreshers.add(() -> {
            Optional<Pick> own = model.ownPick();
            placed.setSelected(own.isPresent());
            used.setDisable(own.isEmpty());
            rate.setText(own.map(pick -> Numbers.format(pick.lr(), DIGITS)).orElse(""));
        });
    }

    private static void showSpread(Label label, Optional<PickSpread> spread) {
        label.setText(spread.map(found -> "\u0394 " + decades(found)).orElse(""));
        label.setTooltip(spread.map(found -> new Tooltip(get(
                        "finder.picks.spread.tip",
                        Integer.toString(found.runs()),
                        Numbers.format(found.least(), DIGITS),
                        Numbers.format(found.greatest(), DIGITS))))
                .orElse(null));
    }

    private static String decades(PickSpread spread) {
        return String.format(Locale.ROOT, "%.1f", spread.decades());
    }

    private void refresh() {
        refreshers.forEach(Runnable::run);
        String chosen = model.chosenProperty().get();
        Optional<PickSpread> apart = PickRules.named(chosen).flatMap(rule -> PickSpread.of(rule.id(), model.overlay().visible()));
        spread.setText(apart.map(found -> get(
                        "finder.spread",
                        Integer.toString(found.runs()),
                        decades(found),
                        Numbers.format(found.least(), DIGITS),
                        Numbers.format(found.greatest(), DIGITS)))
                .orElse(""));
        spread.setVisible(apart.isPresent());
        spread.setManaged(apart.isPresent());
    }
}
