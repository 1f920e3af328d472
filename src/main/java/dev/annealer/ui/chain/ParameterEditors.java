package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Parameter.Absent;
import dev.annealer.document.Parameter;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Value;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.help.HelpPopover;
import dev.annealer.ui.help.HelpTopic;
import dev.annealer.ui.support.IconButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The control for each kind of parameter of one scheduler.
final class ParameterEditors {
    /// How to get at a scheduler in the document, and to put a changed one back.
    record Access(Place place, Function<Document, SchedulerSpec> read, BiFunction<Document, SchedulerSpec, Document> write) {}

    private final Form form;
    private final Access access;

    ParameterEditors(Form form, Access access) {
        this.form = form;
        this.access = access;
    }

    /// The row for one parameter; nothing for nested schedulers, which have cards of their own.
    Node editor(Parameter parameter) {
        Node editor = control(parameter);
        var help = new HelpTopic.Knob(spec().type(), parameter);
        if (editor.lookup(".parameter-name") instanceof Label name) {
            HelpPopover.on(editor, name, help);
        } else {
            HelpPopover.onF1(editor, help);
        }
        return editor;
    }

    private Node control(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Real real -> new Knob(form, field(parameter), scales().of(real), real.standard(), prompt(real.standard()));
            case Parameter.Count count -> new Knob(
                    form,
                    field(parameter),
                    scales().count(count.min()),
                    count.standard().isPresent() ? OptionalDouble.of(count.standard().getAsLong()) : OptionalDouble.empty(),
                    count.standard().isPresent() ? Long.toString(count.standard().getAsLong()) : "");
            case Parameter.Steps steps -> new Knob(
                    form, field(parameter), scales().steps(steps.min()), OptionalDouble.empty(), prompt(steps.absent()));
            case Parameter.Milestones _ -> listRow(parameter);
            case Parameter.PerGroup _ -> perGroup(parameter);
            case Parameter.Toggle toggle -> toggle(toggle);
            case Parameter.Choice choice -> choice(choice);
            case Parameter.Formula _ -> formula(parameter);
            case Parameter.NamedNumbers _ -> namedNumbers(parameter);
            case Parameter.Schedulers _ -> new VBox();
        };
    }

    private KnobScales scales() {
        Schedule schedule = form.session().scheduleProperty().get();
        double lr = form.session().document().optimizer().lr().number().orElse(0.1);
        return new KnobScales(schedule == null ? 100 : schedule.steps(), lr);
    }

    private static String prompt(OptionalDouble standard) {
        return standard.isPresent() ? Numbers.format(standard.getAsDouble(), 4) : "";
    }

    private static String prompt(Absent absent) {
        return switch (absent) {
            case Absent.FollowsStage _ -> get("chain.follows-stage");
            case Absent.Standard(long steps) -> Long.toString(steps);
            case Absent.SameAs(String other) -> get("chain.same-as", other);
            case Absent.Refused _ -> "";
        };
    }

    private Field field(Parameter parameter) {
        String name = parameter.name();
        return new Field(
                access.place().at(name),
                name,
                document -> access.read().apply(document).input(name),
                (document, input) -> write(document, name, input));
    }

    private Document write(Document document, String name, Value value) {
        return access.write().apply(document, access.read().apply(document).with(name, value));
    }

    private Label label(Parameter parameter) {
        var label = new Label(parameter.name());
        label.getStyleClass().add("parameter-name");
        return label;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("knob");
        return row;
    }

    /// `30, 60, 90` in one field.
    private Node listRow(Parameter parameter) {
        String name = parameter.name();
        var field = new Field(
                access.place().at(name),
                name,
                document -> new Input(access.read().apply(document).value(name).map(Object::toString).orElse("")),
                (document, input) -> write(document, name, Value.Inputs.parse(input.text())));
        var text = new NumberField(form, field, 12);
        HBox.setHgrow(text, Priority.ALWAYS);
        return row(label(parameter), text);
    }

    /// One number as a knob; several, separated by commas, as text.
    private Node perGroup(Parameter parameter) {
        String name = parameter.name();
        var field = new Field(
                access.place().at(name),
                name,
                document -> new Input(access.read().apply(document).value(name).map(Object::toString).orElse("")),
                (document, input) -> write(document, name, input.text().contains(",") ? Value.Inputs.parse(input.text()) : input));
        return new Knob(form, field, scales().perGroup(), OptionalDouble.empty(), "");
    }

    private Node toggle(Parameter.Toggle toggle) {
        var box = new CheckBox(toggle.name());
        // `three_phase` is a name, not a mnemonic.
        box.setMnemonicParsing(false);
        box.getStyleClass().add("parameter-name");
        // Names of parameters have underscores, which would become mnemonics.
        box.setMnemonicParsing(false);
        box.setMinWidth(Region.USE_PREF_SIZE);
        form.onRead(() -> box.setSelected(spec().values().get(toggle.name()) instanceof Value.Flag(boolean on) ? on : toggle.standard()));
        box.selectedProperty().subscribe((_, on) -> form.edit(
                get("edit.change", toggle.name()), document -> write(document, toggle.name(), new Value.Flag(on))));
        return row(box);
    }

    private SchedulerSpec spec() {
        return access.read().apply(form.session().document());
    }

    private Node choice(Parameter.Choice choice) {
        var box = new ComboBox<String>();
        box.getItems().setAll(choice.options());
        box.getStyleClass().add("compact");
        box.setAccessibleText(choice.name());
        form.onRead(() -> {
            Input chosen = spec().input(choice.name());
            box.setValue(chosen.isBlank() ? choice.standard() : chosen.text());
        });
        box.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null) {
                form.edit(get("edit.change", choice.name()), document -> write(document, choice.name(), new Input(chosen)));
            }
        });
        return row(label(choice), box);
    }

    private Node formula(Parameter parameter) {
        var area = new TextArea();
        area.getStyleClass().add("formula");
        area.setWrapText(true);
        area.setPrefRowCount(2);
        area.setAccessibleText(parameter.name());
        Field field = field(parameter);
        area.textProperty().subscribe((_, text) -> form.write(field, text));
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                form.session().endMerge();
            }
        });
        form.onRead(() -> {
            String text = field.read().apply(form.session().document()).text();
            if (!area.getText().strip().equals(text)) {
                area.setText(text);
            }
        });
        return new VBox(2, label(parameter), area);
    }

    /// A row for each constant, and one to add another.
    private Node namedNumbers(Parameter parameter) {
        var rows = new VBox(4);
        for (String constant : constants(form.session().document(), parameter.name()).keySet()) {
            rows.getChildren().add(constantRow(parameter.name(), constant));
        }
        var name = new TextField();
        name.setPromptText(get("chain.constant.name"));
        name.setPrefColumnCount(8);
        name.getStyleClass().add(Styles.SMALL);
        name.setAccessibleText(get("chain.constant.name"));
        var add = new Button(get("chain.constant.add"));
        add.getStyleClass().add(Styles.SMALL);
        Runnable adding = () -> {
            String given = name.getText().strip();
            if (!given.isEmpty()) {
                form.edit(get("edit.add", given), document -> withConstant(document, parameter.name(), given, Input.of(1L)));
            }
        };
        add.setOnAction(_ -> adding.run());
        name.setOnAction(_ -> adding.run());
        rows.getChildren().add(row(name, add));
        return rows;
    }

    private Node constantRow(String parameter, String constant) {
        var field = new Field(
                access.place().at(parameter).at(constant),
                constant,
                document -> constants(document, parameter).getOrDefault(constant, Input.NONE),
                (document, input) -> withConstant(document, parameter, constant, input));
        var label = new Label(constant + " =");
        label.getStyleClass().add("parameter-name");
        Runnable removing = () -> form.edit(get("edit.remove", constant), document -> {
            var left = new LinkedHashMap<>(constants(document, parameter));
            left.remove(constant);
            return write(document, parameter, new Value.Constants(left));
        });
        var remove = new IconButton(Feather.X, get("chain.constant.remove", constant), Styles.SMALL, removing);
        return row(label, new NumberField(form, field, 8), remove);
    }

    private Map<String, Input> constants(Document document, String parameter) {
        return access.read().apply(document).values().get(parameter) instanceof Value.Constants(Map<String, Input> byName)
                ? byName
                : Map.of();
    }

    private Document withConstant(Document document, String parameter, String constant, Input value) {
        var changed = new LinkedHashMap<>(constants(document, parameter));
        changed.put(constant, value);
        return write(document, parameter, new Value.Constants(changed));
    }
}
