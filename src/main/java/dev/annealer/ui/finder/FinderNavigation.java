package dev.annealer.ui.finder;

import dev.annealer.chart.FinderCurve;
import dev.annealer.chart.FinderView;
import dev.annealer.ui.chart.ChartNavigation;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Which learning rates the chart shows, and the point under the crosshair: one of the first curve's. Positions are log10 of
/// the learning rate.
final class FinderNavigation implements ChartNavigation {
    /// The hovered point where there is none.
    static final int NOWHERE = -1;

    private static final double LEAST_DECADES = 0.05;
    private static final long STRIDE = 10;

    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<FinderView> view = new ReadOnlyObjectWrapper<>(FinderView.whole(List.of()));
    private final ReadOnlyIntegerWrapper hoverPoint = new ReadOnlyIntegerWrapper(NOWHERE);
    private List<FinderCurve> curves = List.of();
    private boolean whole = true;

    FinderNavigation() {
        logarithmic.subscribe(_ -> view.set(view.get().withLogarithmic(logarithmic.get())));
    }

    /// @param changed the curves that are shown; the crosshair goes along the first one
    void show(List<FinderCurve> changed) {
        curves = List.copyOf(changed);
        if (whole) {
            resetZoom();
        } else {
            show(view.get().from(), view.get().to());
        }
        int points = curves.isEmpty() ? 0 : curves.getFirst().sweep().size();
        if (hoverPoint.get() >= points) {
            leave();
        }
    }

    ReadOnlyObjectProperty<FinderView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /// Whether the axis of the loss is logarithmic.
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /// The point under the crosshair, or {@link #NOWHERE}.
    ReadOnlyIntegerProperty hoverPointProperty() {
        return hoverPoint.getReadOnlyProperty();
    }

    private FinderView everything() {
        return FinderView.whole(curves).withLogarithmic(logarithmic.get());
    }

    private void show(double from, double to) {
        FinderView all = everything();
        double length = all.to() - all.from();
        double width = Math.max(Math.min(LEAST_DECADES, length), to - from);
        if (width >= length) {
            resetZoom();
            return;
        }
        double start = Math.clamp((from + to - width) / 2, all.from(), all.to() - width);
        whole = false;
        view.set(new FinderView(start, start + width, logarithmic.get()));
    }

    @Override
    public void hover(double position) {
        hoverPoint.set(curves.isEmpty() ? NOWHERE : curves.getFirst().nearest(position));
    }

    @Override
    public void leave() {
        hoverPoint.set(NOWHERE);
    }

    @Override
    public void select(double from, double to) {
        show(from, to);
    }

    @Override
    public void zoom(double factor, double anchor) {
        FinderView shown = view.get();
        show(anchor - (anchor - shown.from()) * factor, anchor + (shown.to() - anchor) * factor);
    }

    @Override
    public void zoom(double factor) {
        FinderView shown = view.get();
        boolean nowhere = hoverPoint.get() == NOWHERE || curves.isEmpty();
        zoom(factor, nowhere ? (shown.from() + shown.to()) / 2 : curves.getFirst().positionOf(hoverPoint.get()));
    }

    @Override
    public void pan(double share) {
        FinderView shown = view.get();
        if (!whole) {
            double by = share * (shown.to() - shown.from());
            show(shown.from() + by, shown.to() + by);
        }
    }

    @Override
    public void resetZoom() {
        whole = true;
        view.set(everything());
    }

    @Override
    public void moveCrosshair(long by) {
        if (curves.isEmpty()) {
            return;
        }
        FinderView shown = view.get();
        FinderCurve curve = curves.getFirst();
        boolean nowhere = hoverPoint.get() == NOWHERE;
        long point = nowhere ? curve.nearest((shown.from() + shown.to()) / 2) : hoverPoint.get() + by;
        reveal(Math.clamp(point, 0, curve.sweep().size() - 1));
    }

    /// Puts the crosshair at a point, moving what is shown where it would be out of sight.
    void reveal(int point) {
        FinderView shown = view.get();
        double position = curves.getFirst().positionOf(point);
        if (position < shown.from() || position > shown.to()) {
            double half = (shown.to() - shown.from()) / 2;
            show(position - half, position + half);
        }
        hoverPoint.set(point);
    }

    @Override
    public long stride(double width) {
        return STRIDE;
    }

    @Override
    public void revealStart() {
        if (!curves.isEmpty()) {
            reveal(0);
        }
    }

    @Override
    public void revealEnd() {
        if (!curves.isEmpty()) {
            reveal(curves.getFirst().sweep().size() - 1);
        }
    }
}
