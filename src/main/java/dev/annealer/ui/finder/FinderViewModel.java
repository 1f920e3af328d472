package dev.annealer.ui.finder;

import dev.annealer.chart.FinderCurve;
import dev.annealer.chart.FinderMark;
import dev.annealer.chart.FinderPicture;
import dev.annealer.finder.FinderFile;
import dev.annealer.finder.FinderRun;
import dev.annealer.finder.rule.Pick;
import dev.annealer.finder.rule.PickRules;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which run is looked at, which picks are marked on it and which one is to be used, and the picture that follows.
public final class FinderViewModel {
    /// The id of a person's own pick, where a rule's would stand.
    public static final String OWN = "own";

    private final Overlay overlay;
    private final FinderNavigation navigation = new FinderNavigation();
    private final ReadOnlyObjectWrapper<@Nullable OverlaidRun> active = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FinderPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Set<String>> shown = new ReadOnlyObjectWrapper<>(FinderMark.RULES_SHOWN_FIRST);
    private final ObjectProperty<String> chosen = new SimpleObjectProperty<>(PickRules.DEFAULT.id());
    /// A person's own pick, as log10 of the learning rate, so that it stays where it is on another run.
    private @Nullable Double own;
    private int activeId;

    public FinderViewModel(Background background) {
        overlay = new Overlay(background);
        overlay.runsProperty().subscribe(_ -> refresh());
        chosen.subscribe(_ -> draw());
        navigation.viewProperty().subscribe(_ -> draw());
    }

    /// Puts a run over those that are there, and looks at it.
    public void add(FinderFile file, FinderRun run) {
        int first = overlay.add(file, run);
        activate(first);
    }

    Overlay overlay() {
        return overlay;
    }

    FinderNavigation navigation() {
        return navigation;
    }

    /// Looks at a run: its picks are those that can be used.
    void activate(int id) {
        activeId = id;
        overlay.runsProperty().get().stream()
                .filter(run -> run.id() == id && !run.isVisible())
                .forEach(run -> overlay.change(id, layer -> layer.withVisible(true)));
        refresh();
    }

    private void refresh() {
        List<OverlaidRun> visible = overlay.visible();
        Optional<OverlaidRun> looked = visible.stream().filter(run -> run.id() == activeId).findFirst();
        active.set(looked.or(() -> visible.stream().findFirst()).orElse(null));
        navigation.show(curves());
        draw();
    }

    /// That of the run that is looked at first.
    private List<FinderCurve> curves() {
        OverlaidRun first = active.get();
        return first == null
                ? List.of()
                : Stream.concat(Stream.of(first), overlay.visible().stream().filter(run -> run.id() != first.id()))
                        .map(OverlaidRun::curve)
                        .toList();
    }

    private void draw() {
        List<FinderCurve> curves = curves();
        if (curves.isEmpty()) {
            picture.set(null);
            return;
        }
        var marks = new ArrayList<FinderMark>();
        curves.forEach(curve -> marks.addAll(FinderMark.of(curve, marked(), chosen.get())));
        ownPick().ifPresent(pick -> marks.add(
                FinderMark.at(curves.getFirst(), Messages.get("finder.own.label"), pick.lr(), chosen.get().equals(OWN))));
        picture.set(new FinderPicture(curves, marks, navigation.viewProperty().get(), overlay.readingProperty().get().trim()));
    }

    /// The rule to be used is marked whether it is switched on or not.
    private Set<String> marked() {
        var marked = new TreeSet<>(shown.get());
        marked.add(chosen.get());
        return marked;
    }

    /// Switches the marker of a rule on or off.
    void setShown(String rule, boolean isShown) {
        var changed = new TreeSet<>(shown.get());
        if (isShown) {
            changed.add(rule);
        } else {
            changed.remove(rule);
        }
        shown.set(Set.copyOf(changed));
        draw();
    }

    /// The rules whose picks are marked.
    ReadOnlyObjectProperty<Set<String>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The rule whose pick is to be used, or {@link #OWN}.
    public ObjectProperty<String> chosenProperty() {
        return chosen;
    }

    /// What the chosen rule says of the run that is looked at; empty without a run.
    Optional<Pick> chosenPick() {
        OverlaidRun looked = active.get();
        if (looked == null) {
            return Optional.empty();
        }
        return chosen.get().equals(OWN) ? ownPick() : Optional.of(looked.pick(chosen.get()));
    }

    /// A person's own pick: the point nearest to where it was put.
    Optional<Pick> ownPick() {
        OverlaidRun looked = active.get();
        Double position = own;
        if (looked == null || position == null) {
            return Optional.empty();
        }
        int point = looked.curve().nearest(position);
        return Optional.of(new Pick(OWN, point, looked.curve().sweep().lr()[point], ""));
    }

    /// Puts the own pick at the point nearest to `position` (log10 of the learning rate), and chooses it.
    void placeOwn(double position) {
        OverlaidRun looked = active.get();
        if (looked != null) {
            moveOwn(looked, looked.curve().nearest(position));
        }
    }

    private void moveOwn(OverlaidRun looked, int point) {
        own = looked.curve().positionOf(point);
        chosen.set(OWN);
        draw();
    }

    /// Puts it under the crosshair, or else where the default rule picks.
    void placeOwn() {
        OverlaidRun looked = active.get();
        if (looked == null) {
            return;
        }
        int hovered = navigation.hoverPointProperty().get();
        int picked = Math.max(looked.curve().analysis().steepest().index(), 0);
        moveOwn(looked, hovered == FinderNavigation.NOWHERE ? picked : hovered);
    }

    /// Moves it along the curve by so many points.
    void nudgeOwn(int by) {
        OverlaidRun looked = active.get();
        ownPick().ifPresent(pick -> {
            int point = Math.clamp(pick.index() + by, 0, looked.curve().sweep().size() - 1);
            moveOwn(looked, point);
        });
    }

    void removeOwn() {
        own = null;
        if (chosen.get().equals(OWN)) {
            chosen.set(PickRules.DEFAULT.id());
        }
        draw();
    }

    /// The run whose picks can be used; null while none is visible.
    ReadOnlyObjectProperty<@Nullable OverlaidRun> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// What the chart shows; null while no run is visible.
    public ReadOnlyObjectProperty<@Nullable FinderPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }
}
