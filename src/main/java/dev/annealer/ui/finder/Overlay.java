package dev.annealer.ui.finder;

import dev.annealer.finder.FinderFile;
import dev.annealer.finder.FinderRun;
import dev.annealer.finder.Sweep;
import dev.annealer.ui.support.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The sweeps that lie over each other, each read in the same way: at once where that takes less than a frame, else in the
/// background.
final class Overlay {
    /// In all sweeps together.
    private static final int POINTS_AT_ONCE = 15_000;

    private final Background background;
    private final ObjectProperty<Reading> reading = new SimpleObjectProperty<>(Reading.FIRST);
    private final ReadOnlyObjectWrapper<List<OverlaidRun>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private List<Layer> layers = List.of();
    private Background.@Nullable Job job;
    private int nextId;

    Overlay(Background background) {
        this.background = background;
        reading.subscribe(_ -> update(layers));
    }

    /// Every sweep of a run becomes a layer.
    ///
    /// @return the id of the first
    int add(FinderFile file, FinderRun run) {
        int first = nextId;
        var all = new ArrayList<>(layers);
        // The same file with other columns takes its own place.
        all.removeIf(layer -> layer.file().table() == file.table());
        for (Sweep sweep : run.sweeps()) {
            all.add(new Layer(nextId++, file, run, sweep, freeColor(all)));
        }
        update(all);
        return first;
    }

    /// The first that no layer has.
    private static int freeColor(List<Layer> layers) {
        return IntStream.iterate(0, i -> i + 1)
                .filter(color -> layers.stream().noneMatch(layer -> layer.color() == color))
                .findFirst()
                .orElseThrow();
    }

    void remove(int id) {
        update(layers.stream().filter(layer -> layer.id() != id).toList());
    }

    void change(int id, UnaryOperator<Layer> change) {
        update(layers.stream().map(layer -> layer.id() == id ? change.apply(layer) : layer).toList());
    }

    private void update(List<Layer> wanted) {
        layers = List.copyOf(wanted);
        if (job != null) {
            job.cancel();
            job = null;
        }
        Reading asked = reading.get();
        List<OverlaidRun> known = runs.get();
        int points = wanted.stream().filter(layer -> !isRead(layer, asked, known)).mapToInt(layer -> layer.sweep().size()).sum();
        if (points <= POINTS_AT_ONCE) {
            publish(read(layers, asked, known));
            return;
        }
        List<Layer> asWanted = layers;
        busy.set(true);
        job = background.run(_ -> read(asWanted, asked, known), this::publish, failure -> {
            busy.set(false);
            throw new IllegalStateException(failure);
        });
    }

    private static boolean isRead(Layer layer, Reading asked, List<OverlaidRun> known) {
        return known.stream().anyMatch(run -> run.id() == layer.id() && run.reading().equals(asked));
    }

    private static List<OverlaidRun> read(List<Layer> layers, Reading asked, List<OverlaidRun> known) {
        return layers.stream()
                .map(layer -> known.stream()
                        .filter(run -> run.id() == layer.id())
                        .findFirst()
                        .map(run -> run.with(layer, asked))
                        .orElseGet(() -> new OverlaidRun(layer, asked, asked.of(layer))))
                .toList();
    }

    private void publish(List<OverlaidRun> read) {
        busy.set(false);
        runs.set(read);
    }

    /// In the order in which they were added.
    ReadOnlyObjectProperty<List<OverlaidRun>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    List<OverlaidRun> visible() {
        return runs.get().stream().filter(OverlaidRun::isVisible).toList();
    }

    ObjectProperty<Reading> readingProperty() {
        return reading;
    }

    /// Whether something is still being read.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
