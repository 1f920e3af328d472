package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Metric;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How long the training is, on what the scheduler steps, and the optimizer with its param groups.
final class TrainingPanel extends VBox {
    private final ChainViewModel model;
    private final Form form;

    TrainingPanel(ChainViewModel model, Form form) {
        this.model = model;
        this.form = form;
        getStyleClass().add("training-panel");
        getChildren().addAll(name(), title("training.title"), training(), title("optimizer.title"), optimizer());
        if (hasPlateau(document())) {
            getChildren().addAll(title("metric.title"), metric());
        }
        getChildren().add(rest());
    }

    /// What of the document decides which controls there are.
    static String shape(Document document) {
        return document.training().isSizedInSteps() + " " + document.schedule().stepOn() + " "
                + KnownOptimizer.momentumOf(document.optimizer().type()) + " " + document.optimizer().groups().size() + " "
                + hasPlateau(document);
    }

    private static boolean hasPlateau(Document document) {
        return document.metric() != null
                || document.schedule().stages().stream()
                        .anyMatch(stage -> stage.scheduler().type() == SchedulerType.REDUCE_LR_ON_PLATEAU);
    }

    private static Label title(String key) {
        var title = new Label(get(key));
        title.getStyleClass().add("pane-title");
        return title;
    }

    private Node name() {
        var name = new TextField();
        name.setPromptText(get("files.untitled"));
        name.setAccessibleText(get("training.name"));
        name.getStyleClass().add("document-name");
        var field = new Field(Place.DOCUMENT.at("name"), get("training.name"), document -> new Input(document.name()),
                (document, input) -> document.withName(input.text()));
        form.onRead(() -> {
            if (!name.getText().strip().equals(document().name())) {
                name.setText(document().name());
            }
        });
        name.textProperty().subscribe((_, text) -> form.write(field, text));
        return name;
    }

    private Document document() {
        return form.session().document();
    }

    private Node training() {
        var box = new VBox();
        box.getStyleClass().add("field-rows");
        Training training = document().training();
        box.getChildren().add(labelled("training.sized", sizeChoice()));
        if (training.isSizedInSteps()) {
            box.getChildren().add(number("training.steps", "steps", Training::steps, Training::withSteps));
        } else {
            box.getChildren().add(labelled("training.step-on", stepOnChoice()));
            box.getChildren().add(number("training.epochs", "epochs", Training::epochs, Training::withEpochs));
            Node perEpoch = number("training.steps-per-epoch", "steps_per_epoch", Training::stepsPerEpoch, Training::withStepsPerEpoch);
            box.getChildren().add(new HBox(4, perEpoch, calculatorButton()));
        }
        var total = new Label();
        total.getStyleClass().add(Styles.TEXT_MUTED);
        form.onRead(() -> {
            Schedule schedule = form.session().scheduleProperty().get();
            total.setText(schedule == null ? "" : get("training.total", String.format(Locale.ROOT, "%,d", schedule.steps())));
        });
        box.getChildren().add(total);
        return box;
    }

    private static Node labelled(String key, Node control) {
        var label = new Label(get(key));
        label.getStyleClass().add("field-name");
        label.setLabelFor(control);
        var row = new HBox(label, control);
        row.getStyleClass().add("field-row");
        return row;
    }

    private Node number(
            String key, String name, Function<Training, Input> read, BiFunction<Training, Input, Training> write) {
        var field = new Field(
                Place.TRAINING.at(name),
                get(key),
                document -> read.apply(document.training()),
                (document, input) -> document.withTraining(write.apply(document.training(), input)));
        return labelled(key, new NumberField(form, field, 9));
    }

    private Node sizeChoice() {
        boolean inSteps = document().training().isSizedInSteps();
        return choice(inSteps, "training.sized.epochs", "training.sized.steps", steps -> {
            if (steps != inSteps) {
                form.edit(get("edit.sized", get(steps ? "training.sized.steps" : "training.sized.epochs")),
                        document -> RunSize.convert(document, steps));
            }
        });
    }

    private Node stepOnChoice() {
        boolean perBatch = document().schedule().stepOn() == StepUnit.BATCH;
        return choice(perBatch, "training.step-on.epoch", "training.step-on.batch", batch -> {
            if (batch != perBatch) {
                model.stepOn(batch ? StepUnit.BATCH : StepUnit.EPOCH);
            }
        });
    }

    /// Two buttons of which the right one is down where `right`.
    private static Node choice(boolean right, String leftKey, String rightKey, Consumer<Boolean> chosen) {
        var group = new ToggleGroup();
        var left = new ToggleButton(get(leftKey));
        var second = new ToggleButton(get(rightKey));
        left.getStyleClass().addAll(Styles.LEFT_PILL, Styles.SMALL);
        second.getStyleClass().addAll(Styles.RIGHT_PILL, Styles.SMALL);
        left.setToggleGroup(group);
        second.setToggleGroup(group);
        (right ? second : left).setSelected(true);
        left.setOnAction(_ -> chosen.accept(false));
        second.setOnAction(_ -> chosen.accept(true));
        return new HBox(left, second);
    }

    private Button calculatorButton() {
        var button = new Button(null, FontIcon.of(Feather.DIVIDE_SQUARE));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setAccessibleText(get("calculator.title"));
        button.setTooltip(new Tooltip(get("calculator.title")));
        button.setOnAction(_ -> {
            var popOver = new PopOver();
            popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
            popOver.setContentNode(new StepsPerEpochView(document(), (perEpoch, batch, accumulation) -> {
                popOver.hide();
                form.edit(get("edit.steps-per-epoch"), document -> document.withTraining(document.training()
                        .withStepsPerEpoch(Input.of(perEpoch))
                        .withBatchSize(Input.of(batch))
                        .withAccumulation(accumulation == 1 ? Input.NONE : Input.of(accumulation))));
            }));
            popOver.show(button);
        });
        return button;
    }

    private Node optimizer() {
        var box = new VBox();
        box.getStyleClass().add("field-rows");
        box.getChildren().add(labelled("optimizer.type", type()));
        box.getChildren().add(new Knob(
                form,
                optimizerField("lr", Optimizer::lr, Optimizer::withLr),
                KnobScale.logarithmic(1e-6, 10, false),
                OptionalDouble.empty(),
                ""));
        box.getChildren().add(optimizerNumber("weight_decay", Optimizer::weightDecay, Optimizer::withWeightDecay));
        switch (KnownOptimizer.momentumOf(document().optimizer().type())) {
            case MOMENTUM -> {
                box.getChildren().add(optimizerNumber("momentum", Optimizer::momentum, Optimizer::withMomentum));
                box.getChildren().add(nesterov());
            }
            case BETAS -> box.getChildren().add(betas());
            case NONE -> { }
        }
        box.getChildren().add(groups());
        return box;
    }

    private Node type() {
        var box = new ComboBox<String>();
        box.setEditable(true);
        box.getItems().setAll(Arrays.stream(KnownOptimizer.values()).map(KnownOptimizer::displayName).toList());
        box.getStyleClass().add(Styles.SMALL);
        box.setAccessibleText(get("optimizer.type"));
        form.onRead(() -> {
            if (!document().optimizer().type().equals(box.getValue())) {
                box.setValue(document().optimizer().type());
            }
        });
        box.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null && !chosen.strip().equals(document().optimizer().type())) {
                form.edit(get("edit.change", get("optimizer.type")),
                        document -> document.withOptimizer(document.optimizer().withType(chosen.strip())));
            }
        });
        return box;
    }

    private Field optimizerField(String name, Function<Optimizer, Input> read, BiFunction<Optimizer, Input, Optimizer> write) {
        return new Field(
                Place.OPTIMIZER.at(name),
                name,
                document -> read.apply(document.optimizer()),
                (document, input) -> document.withOptimizer(write.apply(document.optimizer(), input)));
    }

    private Node optimizerNumber(String name, Function<Optimizer, Input> read, BiFunction<Optimizer, Input, Optimizer> write) {
        var field = new NumberField(form, optimizerField(name, read, write), 9);
        field.setPromptText("0");
        var label = new Label(name);
        label.getStyleClass().addAll("field-name", "parameter-name");
        var row = new HBox(label, field);
        row.getStyleClass().add("field-row");
        return row;
    }

    private Node nesterov() {
        var box = new CheckBox("nesterov");
        form.onRead(() -> box.setSelected(Boolean.TRUE.equals(document().optimizer().nesterov())));
        box.selectedProperty().subscribe((_, on) -> form.edit(
                get("edit.change", "nesterov"), document -> document.withOptimizer(document.optimizer().withNesterov(on ? true : null))));
        return box;
    }

    private Node betas() {
        var first = optimizerField("betas", optimizer -> betasOf(optimizer).first(),
                (optimizer, input) -> optimizer.withBetas(new Optimizer.Betas(input, betasOf(optimizer).second())));
        var second = optimizerField("betas", optimizer -> betasOf(optimizer).second(),
                (optimizer, input) -> optimizer.withBetas(new Optimizer.Betas(betasOf(optimizer).first(), input)));
        var label = new Label("betas");
        label.getStyleClass().addAll("field-name", "parameter-name");
        var row = new HBox(
                label,
                new NumberField(form, new Field(Place.OPTIMIZER.at("betas").at(0), "beta1", first.read(), first.write()), 5),
                new NumberField(form, new Field(Place.OPTIMIZER.at("betas").at(1), "beta2", second.read(), second.write()), 5));
        row.getStyleClass().add("field-row");
        return row;
    }

    private static Optimizer.Betas betasOf(Optimizer optimizer) {
        Optimizer.Betas betas = optimizer.betas();
        return betas == null ? new Optimizer.Betas(Input.of(0.9), Input.of(0.999)) : betas;
    }

    private Node groups() {
        var box = new VBox(4);
        List<ParamGroup> groups = document().optimizer().groups();
        for (int i = 0; i < groups.size(); i++) {
            box.getChildren().add(group(i));
        }
        var add = new Button(get("groups.add"), FontIcon.of(Feather.PLUS));
        add.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        add.setOnAction(_ -> form.edit(get("edit.add", get("groups.group")), TrainingPanel::withAnotherGroup));
        box.getChildren().add(add);
        return box;
    }

    /// The first two split what was one group; more begin with the base LR.
    private static Document withAnotherGroup(Document document) {
        var groups = new ArrayList<>(document.optimizer().groups());
        Input lr = document.optimizer().lr();
        if (groups.isEmpty()) {
            double base = lr.number().orElse(1e-3);
            groups.add(new ParamGroup("backbone", Input.of(base / 10), Input.NONE));
            groups.add(new ParamGroup("head", lr, Input.NONE));
        } else {
            int number = groups.size() + 1;
            while (isNamed(groups, "group" + number)) {
                number++;
            }
            groups.add(new ParamGroup("group" + number, lr, Input.NONE));
        }
        return document.withOptimizer(document.optimizer().withGroups(groups));
    }

    private static boolean isNamed(List<ParamGroup> groups, String name) {
        return groups.stream().anyMatch(group -> group.name().equals(name));
    }

    private Node group(int i) {
        var name = new NumberField(form, groupField(i, "name", group -> new Input(group.name()), (group, input) -> group.withName(input.text())), 8);
        var lr = new NumberField(form, groupField(i, "lr", ParamGroup::lr, ParamGroup::withLr), 6);
        lr.setPromptText("lr");
        var decay = new NumberField(form, groupField(i, "weight_decay", ParamGroup::weightDecay, ParamGroup::withWeightDecay), 5);
        decay.setPromptText("decay");
        var remove = new Button(null, FontIcon.of(Feather.X));
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        remove.setAccessibleText(get("groups.remove"));
        remove.setOnAction(_ -> form.edit(get("edit.remove", document().optimizer().groups().get(i).name()), document -> {
            var left = new ArrayList<>(document.optimizer().groups());
            left.remove(i);
            return document.withOptimizer(document.optimizer().withGroups(left));
        }));
        HBox.setHgrow(name, Priority.ALWAYS);
        var row = new HBox(name, lr, decay, remove);
        row.getStyleClass().add("field-row");
        return row;
    }

    private static Field groupField(
            int i, String name, Function<ParamGroup, Input> read, BiFunction<ParamGroup, Input, ParamGroup> write) {
        return new Field(
                Place.group(i).at(name),
                name,
                document -> read.apply(document.optimizer().groups().get(i)),
                (document, input) -> {
                    var groups = new ArrayList<>(document.optimizer().groups());
                    groups.set(i, write.apply(groups.get(i), input));
                    return document.withOptimizer(document.optimizer().withGroups(groups));
                });
    }

    /// What few change: for the exported loop, the advice, and those who read the file.
    private Node rest() {
        var box = new VBox();
        box.getStyleClass().add("field-rows");
        box.getChildren().addAll(
                number("training.batch-size", "batch_size", Training::batchSize, Training::withBatchSize),
                number("training.accumulation", "accumulation", Training::accumulation, Training::withAccumulation),
                number("training.clip", "clip_grad_norm", Training::clipGradNorm, Training::withClipGradNorm),
                labelled("training.architecture", architecture()),
                number("training.parameters", "parameters", Training::parameters, Training::withParameters),
                pretrained());
        box.getChildren().add(notes());
        var pane = new TitledPane(get("training.more"), box);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().addAll(Styles.DENSE, "more-pane");
        return pane;
    }

    private Node architecture() {
        var box = new ComboBox<String>();
        box.getItems().add("");
        box.getItems().addAll(Arrays.stream(Architecture.values()).map(Architecture::key).toList());
        box.getStyleClass().add(Styles.SMALL);
        form.onRead(() -> {
            Architecture known = document().training().architecture();
            box.setValue(known == null ? "" : known.key());
        });
        box.valueProperty().subscribe((_, key) -> form.edit(
                get("edit.change", get("training.architecture")),
                document -> document.withTraining(document.training().withArchitecture(Architecture.named(key).orElse(null)))));
        return box;
    }

    private Node pretrained() {
        var box = new CheckBox(get("training.pretrained"));
        box.setAllowIndeterminate(true);
        form.onRead(() -> {
            Boolean known = document().training().fromPretrained();
            box.setIndeterminate(known == null);
            box.setSelected(Boolean.TRUE.equals(known));
        });
        box.setOnAction(_ -> form.edit(
                get("edit.change", get("training.pretrained")),
                document -> document.withTraining(
                        document.training().withFromPretrained(box.isIndeterminate() ? null : box.isSelected()))));
        return box;
    }

    private Node metric() {
        var name = new TextField();
        name.setPromptText("val_loss");
        name.getStyleClass().add(Styles.SMALL);
        name.setAccessibleText(get("metric.name"));
        var values = new TextArea();
        values.setPrefRowCount(3);
        values.setWrapText(true);
        values.setPromptText(get("metric.prompt"));
        values.setAccessibleText(get("metric.values"));
        values.getStyleClass().add("formula");
        form.onRead(() -> {
            Metric metric = document().metric();
            String text = metric == null ? "" : MetricText.of(metric.values());
            if (!values.isFocused() && !values.getText().equals(text)) {
                values.setText(text);
            }
            if (metric != null && !name.isFocused()) {
                name.setText(metric.name());
            }
        });
        Runnable write = () -> MetricText.parse(values.getText()).ifPresent(series -> form.session().edit(
                get("edit.change", get("metric.values")), Place.DOCUMENT.at("metric"), document -> document.withMetric(
                        series.size() == 0 ? null : new Metric(name.getText().isBlank() ? "val_loss" : name.getText().strip(), series))));
        values.textProperty().subscribe((_, _) -> {
            if (values.isFocused()) {
                write.run();
            }
        });
        name.setOnAction(_ -> write.run());
        return new VBox(2, labelled("metric.name", name), values);
    }

    private Node notes() {
        var area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.setPromptText(get("training.notes"));
        area.setAccessibleText(get("training.notes"));
        form.onRead(() -> {
            if (!area.getText().equals(document().notes())) {
                area.setText(document().notes());
            }
        });
        area.textProperty().subscribe((_, text) -> {
            if (!text.equals(document().notes())) {
                form.session().edit(
                        get("edit.change", get("training.notes")), Place.DOCUMENT.at("notes"), document -> document.withNotes(text));
            }
        });
        return area;
    }
}
