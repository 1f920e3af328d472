package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.finder.ImportViewModel;
import dev.annealer.ui.session.Session;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/// All that the menu and the toolbar offer.
final class Commands {
    final Command newDocument;
    final Command open;
    final Command importRun;
    final Command importScript;
    final Command save;
    final Command saveAs;
    final Command clearRecent;
    final Command quit;
    final Command undo;
    final Command redo;
    final Command saveChart;
    final Command copyChart;
    final Command resetZoom;
    final Command compare;
    final Command stopComparing;
    final Command recipes;
    final Command advisor;
    final Command shortcuts;
    final Command about;

    Commands(
            Session session,
            DocumentFiles files,
            ChartImages images,
            ChartViewModel chart,
            ImportViewModel runs,
            Comparing comparing,
            WindowActions window) {
        newDocument = Command.of(get("command.new"), files::newDocument).on("Shortcut+N").with(Feather.FILE_PLUS);
        open = Command.of(get("command.open"), files::open).on("Shortcut+O").with(Feather.FOLDER);
        importRun = Command.of(get("command.import-run"), () -> {
            window.showFinder();
            runs.choose();
        }).on("Shortcut+I");
        importScript = Command.of(get("command.import-script"), window::importScript).on("Shortcut+Shift+P");
        save = Command.of(get("command.save"), files::save).on("Shortcut+S").with(Feather.SAVE);
        saveAs = Command.of(get("command.save-as"), files::saveAs).on("Shortcut+Shift+S");
        clearRecent = Command.of(get("command.clear-recent"), files::clearRecent).unless(Bindings.isEmpty(files.recent()));
        quit = Command.of(get("command.quit"), window::close).on("Shortcut+Q");
        undo = Command.of("", session::undo)
                .named(naming("command.undo", session.undoLabelProperty()))
                .on("Shortcut+Z")
                .with(Feather.CORNER_UP_LEFT)
                .unless(session.undoLabelProperty().isEmpty());
        redo = Command.of("", session::redo)
                .named(naming("command.redo", session.redoLabelProperty()))
                .on("Shortcut+Shift+Z")
                .with(Feather.CORNER_UP_RIGHT)
                .unless(session.redoLabelProperty().isEmpty());
        saveChart = Command.of(get("command.save-chart"), images::save).on("Shortcut+Shift+I").unless(images.unavailable());
        copyChart = Command.of(get("command.copy-chart"), images::copy).on("Shortcut+Shift+C").unless(images.unavailable());
        resetZoom = Command.of(get("command.reset-zoom"), chart::resetZoom).on("Shortcut+0").with(Feather.MAXIMIZE);
        compare = Command.of(get("command.compare"), comparing::withDocument).on("Shortcut+K").with(Feather.LAYERS);
        stopComparing = Command.of(get("command.stop-comparing"), comparing::stop)
                .on("Shortcut+Shift+K")
                .with(Feather.X)
                .unless(comparing.isOff());
        recipes = Command.of(get("command.recipes"), window::recipes).on("Shortcut+R").with(Feather.BOOK_OPEN);
        advisor = Command.of(get("command.advisor"), window::advisor).on("Shortcut+Shift+A").with(Feather.COMPASS);
        shortcuts = Command.of(get("command.shortcuts"), window::shortcuts);
        about = Command.of(get("command.about"), window::about);
    }

    private static ObservableValue<String> naming(String key, ObservableStringValue label) {
        return Bindings.createStringBinding(() -> (get(key) + " " + label.get()).strip(), label);
    }
}
