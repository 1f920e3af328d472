package dev.annealer.ui.app;

import static dev.annealer.document.Numbers.grouped;
import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Numbers;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.PlaceText;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/// The texts of the status bar.
final class StatusViewModel {
    private static final int DIGITS = 6;

    private final StringBinding file;
    private final StringBinding state;
    private final StringBinding size;
    private final StringBinding problem;
    private final StringBinding cursor;

    StatusViewModel(Session session, DocumentFiles files, ChartViewModel chart) {
        file = Bindings.createStringBinding(
                files::displayName, session.documentProperty(), session.fileProperty());
        state = Bindings.createStringBinding(
                () -> stateOf(session), session.dirtyProperty(), session.fileProperty());
        size = Bindings.createStringBinding(() -> sizeOf(session), session.scheduleProperty());
        problem = Bindings.createStringBinding(
                () -> session.problemsProperty().get().stream()
                        .findFirst()
                        .map(PlaceText::of)
                        .orElse(""),
                session.problemsProperty());
        cursor = Bindings.createStringBinding(
                () -> cursorOf(session, chart), chart.hoverStepProperty(), session.scheduleProperty());
    }

    private static String stateOf(Session session) {
        if (session.fileProperty().get() == null) {
            return get("status.never-saved");
        }
        return get(session.dirtyProperty().get() ? "status.unsaved" : "status.saved");
    }

    private static String sizeOf(Session session) {
        Schedule schedule = session.scheduleProperty().get();
        return schedule == null ? "" : get("status.steps", grouped(schedule.steps()));
    }

    private static String cursorOf(Session session, ChartViewModel chart) {
        Schedule schedule = session.scheduleProperty().get();
        long step = chart.hoverStepProperty().get();
        if (schedule == null || step < 0 || step >= schedule.steps()) {
            return "";
        }
        String rates = schedule.groups().stream()
                .map(group -> rate(schedule, step, group))
                .collect(Collectors.joining("   "));
        return get("status.cursor", grouped(step), rates);
    }

    private static String rate(Schedule schedule, long step, Group group) {
        String name = group.name().isEmpty() ? "LR" : group.name();
        return name + " " + Numbers.format(schedule.at(step, group.index()), DIGITS);
    }

    ObservableValue<String> file() {
        return file;
    }

    ObservableValue<String> state() {
        return state;
    }

    ObservableValue<String> size() {
        return size;
    }

    /// The first reason why the document does not compile.
    ObservableValue<String> problem() {
        return problem;
    }

    ObservableValue<String> cursor() {
        return cursor;
    }
}
