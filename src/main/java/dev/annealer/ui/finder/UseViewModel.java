package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.document.ParamGroup;
import dev.annealer.finder.Use;
import dev.annealer.finder.rule.Pick;
import dev.annealer.ui.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/// Which learning rate follows from the chosen pick for the open document, and the edits that put it there.
public final class UseViewModel {
    private static final double FIRST_MULTIPLIER = 7;
    private static final double PARTS = 10;

    private final Session session;
    private final FinderViewModel finder;
    private final DoubleProperty multiplier = new SimpleDoubleProperty(FIRST_MULTIPLIER);
    private final ReadOnlyObjectWrapper<List<Suggestion>> suggestions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Action> base = new ReadOnlyObjectWrapper<>(Action.NONE);
    private final ReadOnlyObjectWrapper<Action> max = new ReadOnlyObjectWrapper<>(Action.NONE);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /// A line of the advice.
    ///
    /// @param optimizer for whom it is: `SGD`, `Adam`, `OneCycle`
    /// @param fits whether it is for the open document
    record Suggestion(String optimizer, String lr, String because, boolean fits) {}

    /// What a button does.
    ///
    /// @param text on the button
    /// @param reason why it can't be done; blank where it can
    /// @param note what else a person should know
    /// @param fits whether it is what the open document needs
    record Action(String text, String reason, String note, boolean fits) {
        static final Action NONE = impossible("", "");

        static Action impossible(String text, String reason) {
            return new Action(text, reason, "", false);
        }

        boolean isPossible() {
            return reason.isEmpty();
        }
    }

    public UseViewModel(Session session, FinderViewModel finder) {
        this.session = session;
        this.finder = finder;
        session.documentProperty().subscribe(_ -> {
            message.set("");
            refresh();
        });
        finder.pictureProperty().subscribe(_ -> refresh());
        multiplier.subscribe(_ -> refresh());
    }

    private void refresh() {
        Document document = session.document();
        Optional<Pick> pick = finder.chosenPick().filter(Pick::isFound);
        suggestions.set(pick.map(found -> suggestions(found, document)).orElse(List.of()));
        base.set(baseAction(document));
        max.set(maxAction(document));
    }

    private List<Suggestion> suggestions(Pick pick, Document document) {
        boolean cycles = PickApplication.maxLrStage(document).isPresent();
        boolean adam = PickApplication.isAdamLike(document);
        return Use.of(pick).stream()
                .map(use -> use.target().equals(Use.MAX_LR) ? Use.maxLr(pick.lr(), times()) : use)
                .map(use -> new Suggestion(
                        use.optimizer(),
                        number(application(pick).times(use.multiplier())),
                        use.because(),
                        use.target().equals(Use.MAX_LR) ? cycles : !cycles && adam == use.optimizer().equals("Adam")))
                .toList();
    }

    private Action baseAction(Document document) {
        Optional<PickApplication> application = application();
        if (application.isEmpty()) {
            return Action.impossible(get("finder.use.base.none"), whyNone());
        }
        String text = get("finder.use.base", number(application.get().times(baseMultiplier(document))));
        String ignored = PickApplication.ignoresBaseLr(document) ? get("finder.use.ignored") : "";
        boolean cycles = PickApplication.maxLrStage(document).isPresent();
        return new Action(text, "", ignored.isEmpty() ? groupsNote(document) : ignored, !cycles);
    }

    /// The base LR's multiplier for the document's optimizer.
    private static double baseMultiplier(Document document) {
        String optimizer = PickApplication.isAdamLike(document) ? "Adam" : "SGD";
        return Use.of(new Pick("", 0, 1, "")).stream()
                .filter(use -> use.optimizer().equals(optimizer))
                .mapToDouble(Use::multiplier)
                .findFirst()
                .orElseThrow();
    }

    private static String groupsNote(Document document) {
        List<ParamGroup> groups = document.optimizer().groups();
        return groups.size() < 2 ? "" : get("finder.use.groups", Integer.toString(groups.size()));
    }

    private Action maxAction(Document document) {
        Optional<PickApplication> application = application();
        if (application.isEmpty()) {
            return Action.impossible(get("finder.use.max.none"), whyNone());
        }
        String text = get("finder.use.max", number(application.get().times(times())));
        return PickApplication.maxLrStage(document).isPresent()
                ? new Action(text, "", "", true)
                : Action.impossible(text, get("finder.use.no-stage"));
    }

    private String whyNone() {
        return finder.chosenPick().map(pick -> get("finder.use.no-pick", pick.why())).orElse(get("finder.use.no-run"));
    }

    private Optional<PickApplication> application() {
        return finder.chosenPick().filter(Pick::isFound).map(this::application);
    }

    private PickApplication application(Pick pick) {
        OverlaidRun run = finder.activeProperty().get();
        return PickApplication.of(run == null ? "" : run.layer().run().name(), pick);
    }

    private double times() {
        return Math.round(multiplier.get() * PARTS) / PARTS;
    }

    private static String number(double lr) {
        return Numbers.format(lr, 6);
    }

    /// One undoable edit: the base LR, and where it came from.
    public void useAsBaseLr() {
        application().ifPresent(pick -> {
            double times = baseMultiplier(session.document());
            String rate = number(pick.times(times));
            session.edit(get("edit.use-base-lr", rate), document -> pick.asBaseLr(document, times));
            message.set(get("finder.used.base", rate));
        });
    }

    /// One undoable edit: the `max_lr` of the stage that has one, and where it came from.
    public void useAsMaxLr() {
        OptionalInt stage = PickApplication.maxLrStage(session.document());
        application().filter(_ -> stage.isPresent()).ifPresent(pick -> {
            String rate = number(pick.times(times()));
            session.edit(get("edit.use-max-lr", rate), document -> pick.asMaxLr(document, stage.getAsInt(), times()));
            message.set(get("finder.used.max", rate, Integer.toString(stage.getAsInt() + 1)));
        });
    }

    /// What the peak of a cycle is to be of the pick: 5 to 10, to a tenth.
    DoubleProperty multiplierProperty() {
        return multiplier;
    }

    ReadOnlyObjectProperty<List<Suggestion>> suggestionsProperty() {
        return suggestions.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Action> baseProperty() {
        return base.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Action> maxProperty() {
        return max.getReadOnlyProperty();
    }

    /// What was done last.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
