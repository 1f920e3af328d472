package dev.annealer.ui.chain;

import static dev.annealer.document.Numbers.grouped;
import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.schedule.Schedule;
import java.util.Arrays;
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
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How long the training is and on what the scheduler steps; below it the optimizer, the metric, and what few change.
final class TrainingPanel extends VBox {
    private final ChainViewModel model;
    private final Form form;

    TrainingPanel(ChainViewModel model, Form form) {
        this.model = model;
        this.form = form;
        getStyleClass().add("training-panel");
        getChildren().addAll(name(), FieldRows.title("training.title"), training(), FieldRows.title("optimizer.title"), new OptimizerPanel(form));
        if (hasPlateau(document())) {
            getChildren().addAll(FieldRows.title("metric.title"), new MetricPanel(form));
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
        box.getChildren().add(FieldRows.labelled("training.sized", sizeChoice()));
        if (training.isSizedInSteps()) {
            box.getChildren().add(number("training.steps", "steps", Training::steps, Training::withSteps));
        } else {
            box.getChildren().add(FieldRows.labelled("training.step-on", stepOnChoice()));
            box.getChildren().add(number("training.epochs", "epochs", Training::epochs, Training::withEpochs));
            Node perEpoch = number("training.steps-per-epoch", "steps_per_epoch", Training::stepsPerEpoch, Training::withStepsPerEpoch);
            box.getChildren().add(new HBox(4, perEpoch, calculatorButton()));
        }
        var total = new Label();
        total.getStyleClass().add(Styles.TEXT_MUTED);
        form.onRead(() -> {
            Schedule schedule = form.session().scheduleProperty().get();
            total.setText(schedule == null ? "" : get("training.total", grouped(schedule.steps())));
        });
        box.getChildren().add(total);
        return box;
    }

    private Node number(
            String key, String name, Function<Training, Input> read, BiFunction<Training, Input, Training> write) {
        var field = new Field(
                Place.TRAINING.at(name),
                get(key),
                document -> read.apply(document.training()),
                (document, input) -> document.withTraining(write.apply(document.training(), input)));
        return FieldRows.labelled(key, new NumberField(form, field, 9));
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

    /// What few change: for the exported loop, the advice, and those who read the file. Made when it is first opened.
    private Node rest() {
        var pane = new TitledPane();
        pane.setText(get("training.more"));
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().addAll(Styles.DENSE, "more-pane");
        pane.expandedProperty().subscribe(expanded -> {
            if (expanded && pane.getContent() == null) {
                pane.setContent(restRows());
            }
        });
        return pane;
    }

    private Node restRows() {
        var box = new VBox();
        box.getStyleClass().add("field-rows");
        box.getChildren().addAll(
                number("training.batch-size", "batch_size", Training::batchSize, Training::withBatchSize),
                number("training.accumulation", "accumulation", Training::accumulation, Training::withAccumulation),
                number("training.clip", "clip_grad_norm", Training::clipGradNorm, Training::withClipGradNorm),
                FieldRows.labelled("training.architecture", architecture()),
                number("training.parameters", "parameters", Training::parameters, Training::withParameters),
                pretrained(),
                notes());
        return box;
    }

    private Node architecture() {
        var box = new ComboBox<String>();
        box.getItems().add("");
        box.getItems().addAll(Arrays.stream(Architecture.values()).map(Architecture::key).toList());
        box.getStyleClass().add("compact");
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
