package dev.annealer.ui.chart;

import dev.annealer.chart.ChartView;
import dev.annealer.document.StepUnit;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.session.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which steps the chart shows, how its axes count, and the step under the crosshair.
public final class ChartViewModel implements ChartNavigation {
    /// The hovered step where there is none.
    public static final long NOWHERE = -1;

    private static final double LEAST_STEPS = 4;

    private final Session session;
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final ObjectProperty<StepUnit> axisUnit = new SimpleObjectProperty<>(StepUnit.BATCH);
    private final ReadOnlyObjectWrapper<@Nullable ChartView> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper hoverStep = new ReadOnlyLongWrapper(NOWHERE);

    /// The steps shown, as fractions of a step while a gesture goes on; the whole run where `end` is infinite.
    private double start;
    private double end = Double.POSITIVE_INFINITY;

    public ChartViewModel(Session session) {
        this.session = session;
        session.scheduleProperty().subscribe(_ -> refresh());
        session.fileProperty().subscribe(_ -> resetZoom());
        logarithmic.subscribe(_ -> refresh());
        axisUnit.subscribe(_ -> refresh());
    }

    private void refresh() {
        Schedule schedule = session.scheduleProperty().get();
        if (schedule == null) {
            view.set(null);
            return;
        }
        long steps = schedule.steps();
        long from = Math.clamp(Math.round(start), 0, Math.max(0, steps - 1));
        long to = isWhole() ? steps : Math.clamp(Math.round(end), Math.min(from + 2, steps), steps);
        boolean epochs = axisUnit.get() == StepUnit.EPOCH && schedule.run().epochs().isPresent();
        view.set(new ChartView(from, to, logarithmic.get(), epochs));
        if (hoverStep.get() >= steps) {
            hoverStep.set(NOWHERE);
        }
    }

    private boolean isWhole() {
        return Double.isInfinite(end);
    }

    /// What the chart shows; null while there is no schedule.
    public ReadOnlyObjectProperty<@Nullable ChartView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public Session session() {
        return session;
    }

    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /// What the axis counts, where the run has epochs at all.
    public ObjectProperty<StepUnit> axisUnitProperty() {
        return axisUnit;
    }

    /// The step under the crosshair, or {@link #NOWHERE}.
    public ReadOnlyLongProperty hoverStepProperty() {
        return hoverStep.getReadOnlyProperty();
    }

    @Override
    public void hover(double position) {
        ChartView shown = view.get();
        hoverStep.set(shown == null ? NOWHERE : Math.clamp(Math.round(position), shown.from(), shown.to() - 1));
    }

    @Override
    public void leave() {
        hoverStep.set(NOWHERE);
    }

    /// From the middle where it is nowhere; it stays in sight.
    @Override
    public void moveCrosshair(long by) {
        ChartView shown = view.get();
        Schedule schedule = session.scheduleProperty().get();
        if (shown == null || schedule == null) {
            return;
        }
        boolean nowhere = hoverStep.get() == NOWHERE;
        long step = nowhere ? (shown.from() + shown.to() - 1) / 2 : hoverStep.get() + by;
        reveal(Math.clamp(step, 0, schedule.steps() - 1));
    }

    @Override
    public long stride(double width) {
        return Math.max(1, Math.round(width));
    }

    @Override
    public void revealStart() {
        reveal(0);
    }

    @Override
    public void revealEnd() {
        Schedule schedule = session.scheduleProperty().get();
        if (schedule != null) {
            reveal(schedule.steps() - 1);
        }
    }

    /// Puts the crosshair at `step`, moving what is shown where it would be out of sight.
    public void reveal(long step) {
        ChartView shown = view.get();
        if (shown == null) {
            return;
        }
        if (step < shown.from() || step >= shown.to()) {
            double width = shown.to() - shown.from();
            show(step - width / 2, step + width / 2);
        }
        hoverStep.set(step);
    }

    @Override
    public void resetZoom() {
        start = 0;
        end = Double.POSITIVE_INFINITY;
        refresh();
    }

    /// Shows steps [from, to), as far as the run has them.
    public void show(double from, double to) {
        Schedule schedule = session.scheduleProperty().get();
        if (schedule == null) {
            return;
        }
        double steps = schedule.steps();
        double width = Math.max(Math.min(LEAST_STEPS, steps), to - from);
        if (width >= steps) {
            resetZoom();
            return;
        }
        start = Math.clamp(from, 0, steps - width);
        end = start + width;
        refresh();
    }

    @Override
    public void select(double from, double to) {
        show(from, to + 1);
    }

    @Override
    public void zoom(double factor, double anchor) {
        ChartView shown = view.get();
        if (shown != null) {
            double from = isWhole() ? shown.from() : start;
            double to = isWhole() ? shown.to() : end;
            show(anchor - (anchor - from) * factor, anchor + (to - anchor) * factor);
        }
    }

    @Override
    public void zoom(double factor) {
        ChartView shown = view.get();
        if (shown != null) {
            double middle = (shown.from() + shown.to()) / 2.0;
            zoom(factor, hoverStep.get() == NOWHERE ? middle : hoverStep.get());
        }
    }

    @Override
    public void pan(double share) {
        ChartView shown = view.get();
        if (shown != null && !isWhole()) {
            double by = share * (end - start);
            show(start + by, end + by);
        }
    }
}
