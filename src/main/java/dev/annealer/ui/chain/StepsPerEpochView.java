package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.ui.support.TypedCount;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Works out the optimizer steps of an epoch from samples, batch, devices and accumulation.
final class StepsPerEpochView extends VBox {
    /// Three of them still multiply to a whole number.
    private static final long LARGEST_FACTOR = 1L << 20;

    /// What to do with the result.
    interface Use {
        /// @param batch the global one
        void apply(long stepsPerEpoch, long batch, long accumulation);
    }

    private final TextField samples = field("");
    private final TextField batch = field("");
    private final TextField devices = field("1");
    private final TextField accumulation = field("1");
    private final CheckBox dropLast = new CheckBox(get("calculator.drop-last"));
    private final Label result = new Label();
    private final Button apply = new Button(get("calculator.apply"));

    StepsPerEpochView(Document document, Use use) {
        getStyleClass().add("calculator");
        long accumulated = document.training().accumulation().count().orElse(1);
        accumulation.setText(Long.toString(accumulated));
        document.training().batchSize().count().ifPresent(global -> batch.setText(Long.toString(Math.max(1, global / accumulated))));
        var grid = new GridPane();
        grid.getStyleClass().add("figures");
        grid.addRow(0, new Label(get("calculator.samples")), samples);
        grid.addRow(1, new Label(get("calculator.batch")), batch);
        grid.addRow(2, new Label(get("calculator.devices")), devices);
        grid.addRow(3, new Label(get("calculator.accumulation")), accumulation);
        apply.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        apply.setOnAction(_ -> calculation().stepsPerEpoch().ifPresent(steps ->
                use.apply(steps, calculation().globalBatch().orElse(1), calculation().accumulation().orElse(1))));
        result.getStyleClass().add(Styles.TEXT_MUTED);
        result.setWrapText(true);
        getChildren().addAll(grid, dropLast, result, apply);
        for (TextField field : new TextField[] {samples, batch, devices, accumulation}) {
            field.textProperty().subscribe(_ -> show());
        }
        dropLast.selectedProperty().subscribe(_ -> show());
    }

    private static TextField field(String text) {
        var field = new TextField(text);
        field.setPrefColumnCount(10);
        field.getStyleClass().add(Styles.SMALL);
        return field;
    }

    private StepsPerEpoch calculation() {
        return new StepsPerEpoch(
                TypedCount.of(samples.getText(), Numbers.MAX_COUNT),
                factor(batch),
                factor(devices),
                factor(accumulation),
                dropLast.isSelected());
    }

    private static OptionalLong factor(TextField field) {
        return TypedCount.of(field.getText(), LARGEST_FACTOR);
    }

    private void show() {
        StepsPerEpoch calculation = calculation();
        OptionalLong steps = calculation.stepsPerEpoch();
        apply.setDisable(steps.isEmpty());
        result.setText(steps.isPresent()
                ? get("calculator.result", Long.toString(steps.getAsLong()), Long.toString(calculation.globalBatch().orElse(1)))
                : get("calculator.incomplete"));
    }
}
