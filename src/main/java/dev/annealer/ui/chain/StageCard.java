package dev.annealer.ui.chain;

import static dev.annealer.document.Numbers.grouped;
import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.chart.ChartPalette;
import dev.annealer.document.Input;
import dev.annealer.document.Parameter;
import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.findings.StageBadge;
import dev.annealer.ui.help.HelpButton;
import dev.annealer.ui.help.HelpPopover;
import dev.annealer.ui.help.HelpTopic;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One stage: its name and picture, its length, its main knobs, and the rest behind "more".
final class StageCard extends HBox {
    private static final PseudoClass DISABLED_STAGE = PseudoClass.getPseudoClass("switched-off");
    private static final int MAIN_KNOBS = 2;

    private final ChainViewModel model;
    private final Form form;
    private final int index;
    private final SchedulerType type;
    private final Label range = new Label();
    private final Label problem = new Label();
    private final Sparkline sparkline;
    private final VBox more = new VBox();
    private final Node handle;
    private final StageBadge badge;

    StageCard(ChainViewModel model, Form form, StageBadge badge, int index) {
        this.model = model;
        this.badge = badge;
        this.form = form;
        this.index = index;
        this.type = model.stages().get(index).scheduler().type();
        Color color = bandColor(index);
        this.sparkline = new Sparkline(44, 26, color);
        this.handle = handle();
        getStyleClass().add("stage-card");
        setFocusTraversable(true);
        setAccessibleText(get("chain.card", Integer.toString(index + 1), type.pytorchName()));
        var stripe = new Region();
        stripe.getStyleClass().add("stage-stripe");
        // The colour of the stage's band in the chart; a colour of the theme it is not.
        stripe.setStyle("-fx-background-color: " + color.toString().replace("0x", "#") + ";");
        var body = new VBox(header(), lengthRow());
        body.getStyleClass().add("stage-body");
        addParameters(body);
        problem.getStyleClass().addAll("stage-problem");
        problem.setWrapText(true);
        body.getChildren().add(problem);
        setHgrow(body, Priority.ALWAYS);
        getChildren().addAll(stripe, body);
        form.onRead(this::read);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        setOnMousePressed(event -> {
            requestFocus();
            // The scroll pane around it would take the focus for itself.
            event.consume();
        });
    }

    private static Color bandColor(int index) {
        java.awt.Color color = ChartPalette.LIGHT.band(index);
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }

    /// What a drag takes hold of.
    Node dragHandle() {
        return handle;
    }

    int index() {
        return index;
    }

    StageBadge badge() {
        return badge;
    }

    private Node handle() {
        var grip = new StackPane(FontIcon.of(Feather.MENU));
        grip.getStyleClass().add("stage-handle");
        Tooltip.install(grip, new Tooltip(get("chain.drag")));
        return grip;
    }

    private HBox header() {
        var name = new Label(type.pytorchName());
        name.getStyleClass().add("stage-name");
        name.setTooltip(new Tooltip(get("scheduler." + type.pytorchName() + ".when")));
        range.getStyleClass().addAll(Styles.TEXT_MUTED, "stage-range");
        var whole = new Tooltip();
        whole.textProperty().bind(range.textProperty());
        range.setTooltip(whole);
        var help = new HelpTopic.Scheduler(type);
        var question = new HelpButton(help, type.pytorchName());
        HelpPopover.onF1(this, help);
        var line = new HBox(range, question, badge);
        line.getStyleClass().add("stage-line");
        var titles = new VBox(name, line);
        titles.setMinWidth(0);
        HBox.setHgrow(titles, Priority.ALWAYS);
        var header = new HBox(handle, titles, sparkline, switchButton(), menu());
        header.getStyleClass().add("stage-header");
        return header;
    }

    /// An eye: open while the stage is in force.
    private Node switchButton() {
        var icon = FontIcon.of(Feather.EYE);
        var button = new Button(null, icon);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "card-button");
        button.setAccessibleText(get("chain.enabled"));
        button.setTooltip(new Tooltip(get("chain.enabled")));
        form.onRead(() -> {
            boolean on = stage().map(Stage::enabled).orElse(true);
            icon.setIconCode(on ? Feather.EYE : Feather.EYE_OFF);
        });
        button.setOnAction(_ -> model.setEnabled(index, !stage().map(Stage::enabled).orElse(true)));
        return button;
    }

    private Optional<Stage> stage() {
        List<Stage> stages = model.stages();
        return index < stages.size() ? Optional.of(stages.get(index)) : Optional.empty();
    }

    private MenuButton menu() {
        var menu = new MenuButton(null, FontIcon.of(Feather.MORE_VERTICAL));
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow", "card-button");
        menu.setAccessibleText(get("chain.menu"));
        var change = new Menu(get("chain.change-type"));
        for (SchedulerType other : SchedulerType.values()) {
            change.getItems().add(item(other.pytorchName(), "", () -> model.changeType(index, other)));
        }
        menu.getItems().addAll(
                item(get("chain.up"), "Alt+Up", () -> model.move(index, index - 1)),
                item(get("chain.down"), "Alt+Down", () -> model.move(index, index + 1)),
                item(get("chain.duplicate"), "Shortcut+D", () -> model.duplicate(index)),
                change,
                new SeparatorMenuItem(),
                item(get("chain.remove"), "Delete", () -> model.remove(index)));
        return menu;
    }

    private static MenuItem item(String text, String keys, Runnable action) {
        var item = new MenuItem(keys.isEmpty() ? text : text + "   (" + keys.replace("Shortcut", "Ctrl") + ")");
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Node lengthRow() {
        var field = new Field(
                Place.stage(index).at("length"),
                get("chain.length"),
                document -> document.schedule().stages().get(index).length(),
                (document, input) -> document.withSchedule(
                        document.schedule().withStage(index, stage -> stage.withLength(LengthText.normalized(input)))));
        var text = new NumberField(form, field, 6);
        text.setPromptText(get("chain.rest"));
        text.setTooltip(new Tooltip(get("chain.length.tip")));
        var label = new Label(get("chain.length"));
        label.getStyleClass().add("parameter-name");
        label.setLabelFor(text);
        var row = new HBox(label, text, lengthChips(field));
        row.getStyleClass().add("knob");
        return row;
    }

    /// The same length in the other ways to write it, a click away.
    private Node lengthChips(Field field) {
        var chips = new HBox();
        chips.getStyleClass().add("length-chips");
        chips.setUserData(List.of());
        form.onRead(() -> {
            List<String> forms = LengthText.otherForms(
                    field.read().apply(form.session().document()), model.placed(index), form.session().scheduleProperty().get());
            if (!forms.equals(chips.getUserData())) {
                chips.setUserData(forms);
                chips.getChildren().setAll(forms.stream().map(each -> (Node) chip(field, each)).toList());
            }
        });
        return chips;
    }

    private Hyperlink chip(Field field, String text) {
        var chip = new Hyperlink(text);
        chip.setFocusTraversable(false);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(_ -> form.edit(
                get("edit.change", field.label()), document -> field.write().apply(document, new Input(text))));
        return chip;
    }

    private void addParameters(VBox body) {
        var access = new ParameterEditors.Access(
                Place.stage(index),
                document -> document.schedule().stages().get(index).scheduler(),
                (document, spec) -> document.withSchedule(
                        document.schedule().withStage(index, stage -> stage.withScheduler(spec))));
        var editors = new ParameterEditors(form, access);
        List<Parameter> parameters = type.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Node editor = editors.editor(parameters.get(i));
            (i < MAIN_KNOBS ? body : more).getChildren().add(editor);
        }
        if (type == SchedulerType.CHAINED_SCHEDULER) {
            body.getChildren().add(new MemberCards(form, access));
        }
        if (!more.getChildren().isEmpty()) {
            more.getStyleClass().add("stage-more");
            body.getChildren().addAll(moreLink(), more);
        }
    }

    private Node moreLink() {
        boolean given = type.parameters().stream()
                .skip(MAIN_KNOBS)
                .anyMatch(parameter -> stage().orElseThrow().scheduler().values().containsKey(parameter.name()));
        var link = new Button();
        link.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "more-link");
        Runnable show = () -> {
            link.setText(get(more.isVisible() ? "chain.less" : "chain.more"));
            link.setGraphic(FontIcon.of(more.isVisible() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        };
        more.managedProperty().bind(more.visibleProperty());
        more.setVisible(given);
        show.run();
        link.setOnAction(_ -> {
            more.setVisible(!more.isVisible());
            show.run();
        });
        return link;
    }

    private void read() {
        Optional<PlacedStage> placed = model.placed(index);
        Schedule schedule = form.session().scheduleProperty().get();
        boolean enabled = stage().map(Stage::enabled).orElse(true);
        pseudoClassStateChanged(DISABLED_STAGE, !enabled);
        range.setText(enabled ? placed.map(StageCard::rangeOf).orElse("") : get("chain.off"));
        if (placed.isPresent() && schedule != null) {
            sparkline.show(schedule, placed.get().start(), placed.get().end());
        } else {
            sparkline.clear();
        }
        Optional<Problem> found = form.session().problemAt(Place.stage(index));
        problem.setText(found.map(each -> each.where().path().replaceFirst("^schedule\\.stages\\[\\d+]\\.?", "") + ": "
                        + each.message() + "; " + each.remedy()).orElse("").replaceFirst("^: ", ""));
        problem.setVisible(found.isPresent());
        problem.setManaged(found.isPresent());
    }

    private static String rangeOf(PlacedStage stage) {
        if (!stage.isInForce()) {
            return get("chain.never");
        }
        return get("chain.range", grouped(stage.start()), grouped(stage.end() - 1));
    }

    private void press(KeyEvent event) {
        boolean onCard = event.getTarget() == this;
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            model.move(index, index - 1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            model.move(index, index + 1);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.D) {
            model.duplicate(index);
        } else if (onCard && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE)) {
            model.remove(index);
        } else {
            return;
        }
        event.consume();
    }
}
