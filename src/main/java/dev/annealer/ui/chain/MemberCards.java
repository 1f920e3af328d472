package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Document;
import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.ui.support.IconButton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The members of a `ChainedScheduler`.
final class MemberCards extends VBox {
    private static final String SCHEDULERS = "schedulers";
    private static final List<SchedulerType> ALLOWED =
            Arrays.stream(SchedulerType.values()).filter(SchedulerType::isFactor).toList();

    private final Form form;
    private final ParameterEditors.Access chain;

    MemberCards(Form form, ParameterEditors.Access chain) {
        this.form = form;
        this.chain = chain;
        getStyleClass().add("member-cards");
        List<SchedulerSpec> members = members(form.session().document());
        for (int i = 0; i < members.size(); i++) {
            getChildren().add(card(i, members.get(i).type()));
        }
        var add = new MenuButton(get("chain.member.add"), FontIcon.of(Feather.PLUS));
        add.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        for (SchedulerType type : ALLOWED) {
            var item = new MenuItem(type.pytorchName());
            item.setOnAction(_ -> add(type));
            add.getItems().add(item);
        }
        getChildren().add(add);
    }

    private List<SchedulerSpec> members(Document document) {
        return chain.read().apply(document).values().get(SCHEDULERS) instanceof Value.Members(List<SchedulerSpec> members)
                ? members
                : List.of();
    }

    private Document withMembers(Document document, List<SchedulerSpec> members) {
        return chain.write().apply(document, chain.read().apply(document).with(SCHEDULERS, new Value.Members(members)));
    }

    private VBox card(int i, SchedulerType type) {
        var name = new Label("× " + type.pytorchName());
        name.getStyleClass().add("member-name");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String removing = get("edit.remove", type.pytorchName());
        var remove = new IconButton(Feather.X, removing, Styles.SMALL, () -> form.edit(removing, document -> {
            var left = new ArrayList<>(members(document));
            left.remove(i);
            return withMembers(document, left);
        }));
        var card = new VBox(new HBox(name, space, remove));
        card.getStyleClass().add("member-card");
        var editors = new ParameterEditors(form, new ParameterEditors.Access(
                chain.place().at(SCHEDULERS).at(i),
                document -> members(document).get(i),
                (document, spec) -> {
                    var changed = new ArrayList<>(members(document));
                    changed.set(i, spec);
                    return withMembers(document, changed);
                }));
        for (Parameter parameter : type.parameters()) {
            boolean fixed = type == SchedulerType.COSINE_ANNEALING_LR && parameter.name().equals("eta_min");
            if (!fixed) {
                card.getChildren().add(editors.editor(parameter));
            }
        }
        return card;
    }

    private void add(SchedulerType type) {
        form.edit(get("edit.add", type.pytorchName()), document -> {
            var members = new ArrayList<>(members(document));
            SchedulerSpec made = StageTemplates.create(type, document, form.session().scheduleProperty().get());
            members.add(type == SchedulerType.COSINE_ANNEALING_LR ? SchedulerSpec.of(type) : made);
            return withMembers(document, members);
        });
    }
}
