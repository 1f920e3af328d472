package dev.annealer.ui.chart;

import dev.annealer.chart.ChartView;
import dev.annealer.chart.Compared;
import dev.annealer.document.StepUnit;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.Comparison;
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
    /// How many times as long as the schedule what is compared with it may be, to be seen as a whole.
    private static final long MOST_RUNS = 3;

    private final Session session;
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final ObjectProperty<StepUnit> axisUnit = new SimpleObjectProperty<>(StepUnit.BATCH);
    private final ReadOnlyObjectWrapper<@Nullable ChartView> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper hoverStep = new ReadOnlyLongWrapper(NOWHERE);

    /// The steps shown, as fractions of a step while a gesture goes on; the whole run where `end` is infinite.
    private double start;
    private double end = Double.POSITIVE_INFINITY;

    private @Nullable Other other;

    /// What the schedule is compared with, and how the legend calls both.
    private record Other(Schedule schedule, String own, String name) {}

    public ChartViewModel(Session session) {
        this.session = session;
        session.scheduleProperty().subscribe(_ -> refresh());
        session.fileProperty().subscribe(_ -> resetZoom());
        logarithmic.subscribe(_ -> refresh());
        axisUnit.subscribe(_ -> refresh());
    }

    private void refresh() {
        Schedule schedule = session.scheduleProperty().get();
        compared.set(comparison());
        if (schedule == null) {
            view.set(null);
            return;
        }
        long steps = extent(schedule);
        long from = Math.clamp(Math.round(start), 0, Math.max(0, steps - 1));
        long to = isWhole() ? steps : Math.clamp(Math.round(end), Math.min(from + 2, steps), steps);
        boolean epochs = axisUnit.get() == StepUnit.EPOCH && schedule.run().epochs().isPresent();
        view.set(new ChartView(from, to, logarithmic.get(), epochs));
        if (hoverStep.get() >= schedule.steps()) {
            hoverStep.set(NOWHERE);
        }
    }

    private @Nullable Compared comparison() {
        Schedule schedule = session.scheduleProperty().get();
        Other against = other;
        return schedule == null || against == null
                ? null
                : new Compared(Comparison.of(schedule, against.schedule()), against.own(), against.name());
    }

    /// The steps that there is something to see of; not so many that the schedule itself would be lost among them.
    private long extent(Schedule schedule) {
        Compared behind = compared.get();
        return behind == null ? schedule.steps() : Math.min(behind.comparison().longest(), MOST_RUNS * schedule.steps());
    }

    private boolean isWhole() {
        return Double.isInfinite(end);
    }

    /// What the chart shows; null while there is no schedule.
    public ReadOnlyObjectProperty<@Nullable ChartView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /// Draws another schedule behind the document's, at the same place of the training.
    ///
    /// @param own how the legend calls the document's
    /// @param name how it calls the other
    public void compareWith(Schedule schedule, String own, String name) {
        other = new Other(schedule, own, name);
        refresh();
    }

    public void stopComparing() {
        other = null;
        refresh();
    }

    /// What is drawn behind the schedule; null where nothing is.
    public ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
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
        Schedule schedule = session.scheduleProperty().get();
        boolean nowhere = shown == null || schedule == null || shown.from() >= schedule.steps();
        hoverStep.set(nowhere
                ? NOWHERE
                : Math.clamp(Math.round(position), shown.from(), Math.min(shown.to(), schedule.steps()) - 1));
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
        double steps = extent(schedule);
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
