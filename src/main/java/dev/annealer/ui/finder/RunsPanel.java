package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.chart.ChartPalette;
import dev.annealer.finder.FinderRun;
import dev.annealer.table.ColumnRoles;
import dev.annealer.ui.support.IconButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The runs over each other: colour, name, whether they are shown, and which one is looked at.
final class RunsPanel extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final FinderViewModel model;
    private final ImportViewModel importer;
    private final ObservableValue<Boolean> dark;
    private final VBox rows = new VBox();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private List<Integer> shownIds = List.of();

    RunsPanel(FinderViewModel model, ImportViewModel importer, ObservableValue<Boolean> dark) {
        this.model = model;
        this.importer = importer;
        this.dark = dark;
        rows.getStyleClass().add("run-rows");
        getChildren().add(new Section(
                "finder.runs.title", rows, Section.note(model.activeProperty().map(RunsPanel::source).orElse(""))));
        model.overlay().runsProperty().subscribe(_ -> fillWhereChanged());
        dark.subscribe(_ -> fill());
    }

    /// Which columns were taken for what, how sure that is, and what was left out.
    private static String source(OverlaidRun run) {
        FinderRun from = run.layer().run();
        ColumnRoles roles = run.layer().file().roles();
        var lines = new ArrayList<String>();
        lines.add(get("finder.runs.lr", from.lrColumn(), ColumnPreview.inWords(roles.lrCertainty())));
        lines.add(get("finder.runs.loss", from.lossColumn(), ColumnPreview.inWords(roles.lossCertainty())));
        String key = from.dropped() == 0 ? "finder.runs.points" : "finder.runs.dropped";
        lines.add(get(key, Integer.toString(run.layer().sweep().size()), Integer.toString(from.dropped())));
        lines.addAll(from.remarks());
        return String.join("\n", lines);
    }

    /// A field that is being typed in stays.
    private void fillWhereChanged() {
        List<Integer> ids = model.overlay().runsProperty().get().stream().map(OverlaidRun::id).toList();
        if (!ids.equals(shownIds)) {
            shownIds = ids;
            fill();
        }
    }

    private void fill() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
        rows.getChildren().setAll(model.overlay().runsProperty().get().stream().map(this::row).toList());
    }

    private HBox row(OverlaidRun run) {
        String name = run.layer().name();
        int id = run.id();
        ToggleButton look = look(run);
        var field = new TextField(name);
        field.getStyleClass().addAll(Styles.SMALL, "run-name");
        field.setAccessibleText(get("finder.runs.name"));
        field.textProperty().subscribe((_, text) -> model.overlay().change(id, layer -> layer.named(text)));
        HBox.setHgrow(field, Priority.ALWAYS);
        var visible = new CheckBox();
        visible.setSelected(run.isVisible());
        visible.setAccessibleText(get("finder.runs.show", name));
        visible.setOnAction(_ -> model.overlay().change(id, layer -> layer.withVisible(visible.isSelected())));
        subscriptions.add(model.overlay().runsProperty().subscribe(now -> now.stream()
                .filter(one -> one.id() == id)
                .forEach(one -> visible.setSelected(one.isVisible()))));
        var row = new HBox(visible, look, field);
        row.getChildren().addAll(
                new IconButton(Feather.COLUMNS, get("finder.runs.columns", name), "card-button", () -> importer.reconsider(id)),
                new IconButton(Feather.X, get("finder.runs.remove", name), "card-button", () -> model.overlay().remove(id)));
        row.getStyleClass().add("run-row");
        subscriptions.add(model.activeProperty().subscribe(active -> {
            boolean looked = active != null && active.id() == id;
            row.pseudoClassStateChanged(ACTIVE, looked);
            look.setSelected(looked);
        }));
        return row;
    }

    private ToggleButton look(OverlaidRun run) {
        String text = get("finder.runs.look", run.layer().name());
        var look = new ToggleButton();
        look.setGraphic(swatch(run.layer().color()));
        look.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "run-swatch");
        look.setAccessibleText(text);
        look.setTooltip(new Tooltip(text));
        look.setOnAction(_ -> model.activate(run.id()));
        return look;
    }

    private Region swatch(int number) {
        var color = ChartPalette.of(dark.getValue()).curve(number);
        var swatch = new Region();
        swatch.getStyleClass().add("swatch");
        swatch.setStyle(String.format(
                Locale.ROOT, "-fx-background-color: #%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue()));
        return swatch;
    }
}
