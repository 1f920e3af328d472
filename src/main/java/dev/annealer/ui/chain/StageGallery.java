package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.chart.ChartPalette;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Metric;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ScheduleSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Series;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.ScheduleCompiler;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/// All schedulers, each with a picture of what it does and a sentence on when to use it.
final class StageGallery extends VBox {
    private static final long EXAMPLE_STEPS = 100;
    private static final double EXAMPLE_LR = 1;

    private final FilteredList<SchedulerType> shown =
            new FilteredList<>(FXCollections.observableArrayList(SchedulerType.values()));
    private final ListView<SchedulerType> list = new ListView<>(shown);

    /// @param chosen called with the scheduler to add
    StageGallery(Consumer<SchedulerType> chosen) {
        getStyleClass().add("stage-gallery");
        var search = new TextField();
        search.setPromptText(get("chain.gallery.search"));
        search.setAccessibleText(get("chain.gallery.search"));
        search.textProperty().subscribe(text -> {
            String wanted = text.toLowerCase(Locale.ROOT).strip();
            shown.setPredicate(type -> describes(type, wanted));
            list.getSelectionModel().selectFirst();
        });
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
            } else if (event.getCode() == KeyCode.ENTER) {
                choose(chosen);
            }
        });
        list.setCellFactory(_ -> new TypeCell());
        list.setAccessibleText(get("chain.add"));
        list.setOnMouseClicked(_ -> choose(chosen));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose(chosen);
            }
        });
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list);
    }

    private static boolean describes(SchedulerType type, String wanted) {
        return (type.pytorchName() + " " + when(type)).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void choose(Consumer<SchedulerType> chosen) {
        SchedulerType type = list.getSelectionModel().getSelectedItem();
        if (type != null) {
            chosen.accept(type);
        }
    }

    private static String when(SchedulerType type) {
        return get("scheduler." + type.pytorchName() + ".when");
    }

    /// A run of this scheduler alone.
    static Document example(SchedulerType type) {
        var stage = new Stage(StageTemplates.create(type, EXAMPLE_STEPS, EXAMPLE_LR), Input.NONE);
        var document = new Document(
                Training.EMPTY.withSteps(Input.of(EXAMPLE_STEPS)),
                Optimizer.of("AdamW", Input.of(EXAMPLE_LR)),
                new ScheduleSpec(StepUnit.BATCH, List.of(stage)));
        if (type == SchedulerType.MULTIPLICATIVE_LR) {
            var faster = stage.scheduler().with("lr_lambda", new Input("0.97"));
            return document.withSchedule(document.schedule().withStages(List.of(stage.withScheduler(faster))));
        }
        double[] flat = new double[(int) EXAMPLE_STEPS];
        Arrays.fill(flat, 1);
        return document.withMetric(new Metric("val_loss", Series.of(flat)));
    }

    private static final class TypeCell extends ListCell<SchedulerType> {
        private final Label name = new Label();
        private final Label when = new Label();
        private final Sparkline picture;
        private final HBox row;

        TypeCell() {
            java.awt.Color color = ChartPalette.LIGHT.band(1);
            picture = new Sparkline(72, 34, Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
            name.getStyleClass().add("stage-name");
            when.getStyleClass().add(Styles.TEXT_MUTED);
            when.setWrapText(true);
            var texts = new VBox(name, when);
            when.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(texts, Priority.ALWAYS);
            setPrefWidth(0);
            row = new HBox(picture, texts);
            row.getStyleClass().add("gallery-row");
        }

        @Override
        protected void updateItem(SchedulerType type, boolean empty) {
            super.updateItem(type, empty);
            if (empty || type == null) {
                setGraphic(null);
                return;
            }
            name.setText(type.pytorchName());
            when.setText(when(type));
            ScheduleCompiler.compileWhole(example(type), Progress.NONE)
                    .compiled()
                    .ifPresent(schedule -> picture.show(schedule, 0, schedule.steps()));
            setGraphic(row);
        }

        private static String when(SchedulerType type) {
            return StageGallery.when(type);
        }
    }
}
