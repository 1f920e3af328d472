package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Optimizer;
import dev.annealer.document.Place;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/// The optimizer: its type, learning rate and momentum, and its param groups.
final class OptimizerPanel extends VBox {
    private final Form form;

    OptimizerPanel(Form form) {
        this.form = form;
        getStyleClass().add("field-rows");
        getChildren().add(FieldRows.labelled("optimizer.type", type()));
        getChildren().add(new Knob(
                form,
                optimizerField("lr", Optimizer::lr, Optimizer::withLr),
                KnobScale.logarithmic(1e-6, 10, false),
                OptionalDouble.empty(),
                ""));
        getChildren().add(optimizerNumber("weight_decay", Optimizer::weightDecay, Optimizer::withWeightDecay));
        switch (KnownOptimizer.momentumOf(document().optimizer().type())) {
            case MOMENTUM -> {
                getChildren().add(optimizerNumber("momentum", Optimizer::momentum, Optimizer::withMomentum));
                getChildren().add(nesterov());
            }
            case BETAS -> getChildren().add(betas());
            case NONE -> { }
        }
        getChildren().add(new ParamGroupRows(form));
    }

    private Document document() {
        return form.session().document();
    }

    private Node type() {
        var box = new ComboBox<String>();
        box.setEditable(true);
        box.getItems().setAll(Arrays.stream(KnownOptimizer.values()).map(KnownOptimizer::displayName).toList());
        box.getStyleClass().add("compact");
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
        return FieldRows.parameter(name, field);
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
        return FieldRows.parameter(
                "betas",
                new NumberField(form, new Field(Place.OPTIMIZER.at("betas").at(0), "beta1", first.read(), first.write()), 5),
                new NumberField(form, new Field(Place.OPTIMIZER.at("betas").at(1), "beta2", second.read(), second.write()), 5));
    }

    private static Optimizer.Betas betasOf(Optimizer optimizer) {
        Optimizer.Betas betas = optimizer.betas();
        return betas == null ? new Optimizer.Betas(Input.of(0.9), Input.of(0.999)) : betas;
    }
}
