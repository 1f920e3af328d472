package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.Place;
import dev.annealer.ui.support.IconButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row for each param group, and the button that adds one.
final class ParamGroupRows extends VBox {
    private final Form form;

    ParamGroupRows(Form form) {
        super(4);
        this.form = form;
        List<ParamGroup> groups = document().optimizer().groups();
        for (int i = 0; i < groups.size(); i++) {
            getChildren().add(group(i));
        }
        var add = new Button(get("groups.add"), FontIcon.of(Feather.PLUS));
        add.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        add.setOnAction(_ -> form.edit(get("edit.add", get("groups.group")), ParamGroupRows::withAnotherGroup));
        getChildren().add(add);
    }

    private Document document() {
        return form.session().document();
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
        var remove = new IconButton(Feather.X, get("groups.remove"), Styles.SMALL, () -> form.edit(get("edit.remove", document().optimizer().groups().get(i).name()), document -> {
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
}
