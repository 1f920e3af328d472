package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.storage.DocumentStore;
import dev.annealer.storage.DraftStore;
import dev.annealer.ui.advisor.AdvisorViewModel;
import dev.annealer.ui.advisor.AdvisorWindow;
import dev.annealer.ui.chain.ChainView;
import dev.annealer.ui.chain.ChainViewModel;
import dev.annealer.ui.chart.ChartPane;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.chart.PictureFiles;
import dev.annealer.ui.dryrun.CheckpointsView;
import dev.annealer.ui.dryrun.DryRunView;
import dev.annealer.ui.dryrun.DryRunViewModel;
import dev.annealer.ui.export.ExportView;
import dev.annealer.ui.export.ExportViewModel;
import dev.annealer.ui.finder.FinderView;
import dev.annealer.ui.finder.FinderViewModel;
import dev.annealer.ui.finder.ImportViewModel;
import dev.annealer.ui.finder.UseViewModel;
import dev.annealer.ui.findings.FindingsView;
import dev.annealer.ui.findings.FindingsViewModel;
import dev.annealer.ui.importer.ScriptViewModel;
import dev.annealer.ui.importer.ScriptWindow;
import dev.annealer.ui.preferences.Preferences.WindowPlace;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.preferences.UserFolders;
import dev.annealer.ui.recipes.RecipesViewModel;
import dev.annealer.ui.recipes.RecipesWindow;
import dev.annealer.ui.session.Session;
import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.ChildWindow;
import dev.annealer.ui.support.Clipboard;
import dev.annealer.ui.support.Dialogs;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Puts the parts of the window together: the only place that knows them all.
public final class MainWindow implements WindowActions {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;
    private static final double SHORTCUTS_WIDTH = 340;
    private static final double SHORTCUTS_HEIGHT = 430;
    private static final String STYLESHEET = "/dev/annealer/ui/annealer.css";

    private final Stage stage;
    private final Dialogs dialogs;
    private final PreferencesStore preferences;
    private final Session session;
    private final DocumentFiles files;
    private final Autosave autosave;
    private final OpenedFiles opened;
    private final MainView view;
    private final RecipesWindow recipes;
    private final AdvisorWindow advisor;
    private final ScriptWindow scripts;
    private final ChildWindow<ShortcutsView> shortcuts;
    /// Null while its tab has never been chosen.
    private @Nullable ExportViewModel exports;

    public MainWindow(Stage stage, UserFolders folders, Dialogs dialogs, Background background, Clipboard clipboard) {
        this.stage = stage;
        this.dialogs = dialogs;
        preferences = new PreferencesStore(folders.preferencesFile());
        session = new Session(StarterDocument.create(), background);
        files = new DocumentFiles(session, new DocumentStore(), dialogs, preferences, background);
        autosave = new Autosave(session, new DraftStore(folders.drafts()), background);
        recipes = new RecipesWindow(stage, new RecipesViewModel(session, files::openAsNew, background));
        scripts = new ScriptWindow(stage, new ScriptViewModel(files::openAsNew, dialogs, background));
        var appearance = new Appearance(preferences);
        advisor = new AdvisorWindow(
                stage, () -> new AdvisorViewModel(session, files::openAsNew, background), appearance.darkProperty());
        var chart = new ChartViewModel(session);
        var pictures = new PictureFiles(dialogs, background);
        var images = new ChartImages(chart, appearance.darkProperty(), dialogs, pictures);
        var findings = new FindingsViewModel(session, background, dialogs);
        var finder = new FinderViewModel(background);
        var runs = new ImportViewModel(finder, preferences, dialogs, background, clipboard);
        opened = new OpenedFiles(files, runs, this);
        var comparing = new Comparing(chart, dialogs, background);
        var commands = new Commands(session, files, images, chart, runs, comparing, this);
        var parts = new MainView.Parts(
                new ChainView(new ChainViewModel(session), findings),
                new ChartPane(chart, appearance.darkProperty()).marking(findings),
                () -> new DryRunView(new DryRunViewModel(session, chart, clipboard, dialogs, background)),
                () -> new FinderView(finder, new UseViewModel(session, finder), runs, pictures, appearance.darkProperty()),
                () -> exportView(clipboard, background),
                () -> new FindingsView(findings),
                () -> new CheckpointsView(chart));
        MenuBar menu = new MainMenu(commands, files, appearance, chart, comparing).build();
        shortcuts = new ChildWindow<>(stage, get("shortcuts.title"), _ -> new ShortcutsView(Shortcut.of(menu)))
                .sized(SHORTCUTS_WIDTH, SHORTCUTS_HEIGHT);
        view = new MainView(
                menu,
                new MainToolBar(commands, chart, appearance).build(),
                parts,
                new StatusBar(new StatusViewModel(session, files, chart), findings));
        stage.setScene(scene());
        stage.titleProperty().bind(Bindings.createStringBinding(
                this::title, session.documentProperty(), session.fileProperty(), session.dirtyProperty()));
    }

    private ExportView exportView(Clipboard clipboard, Background background) {
        exports = new ExportViewModel(session, clipboard, dialogs, preferences, background);
        return new ExportView(exports);
    }

    private Scene scene() {
        var scene = new Scene(view, WIDTH, HEIGHT);
        scene.getStylesheets().add(MainWindow.class.getResource(STYLESHEET).toExternalForm());
        scene.setOnDragOver(this::acceptFile);
        scene.setOnDragDropped(this::openDropped);
        // What the menu shows as Ctrl+Shift+Z, many know as Ctrl+Y.
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Y"), session::redo);
        return scene;
    }

    private String title() {
        return (session.dirtyProperty().get() ? "• " : "") + files.displayName() + " — " + get("app.title");
    }

    /// Shows the window, with a document or a run where one is given; and asks about work that a crash has left.
    public void show(@Nullable Path file) {
        place();
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                files.noticeForeignChanges();
                if (exports != null) {
                    exports.compareWithDisk();
                }
            }
        });
        double expected = stage.getWidth();
        divide(expected);
        stage.show();
        Platform.runLater(() -> divideAgain(expected));
        AfterFirstFrame.run(view::fillSide, view::fillDryRun);
        if (file != null) {
            opened.open(List.of(file));
        }
        autosave.offerAbandoned(dialogs);
        autosave.start();
    }

    /// A frame takes some of the width, or the desktop gives another: that is known after the first layout.
    private void divideAgain(double expected) {
        if (Math.abs(view.getWidth() - expected) > 1) {
            view.applyCss();
            view.layout();
            divide(view.getWidth());
        }
    }

    private void divide(double width) {
        view.resetDividers(width);
        WindowPlace place = preferences.get().window();
        if (place != null) {
            view.setDividers(place.dividers());
        }
    }

    private void place() {
        WindowPlace place = preferences.get().window();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (place == null || !screen.intersects(place.x(), place.y(), place.width(), place.height())) {
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
            return;
        }
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(Math.min(place.width(), screen.getWidth()));
        stage.setHeight(Math.min(place.height(), screen.getHeight()));
        stage.setMaximized(place.maximized());
    }

    @Override
    public void close() {
        if (files.mayLeave()) {
            files.stop();
            preferences.update(known -> known.withWindow(new WindowPlace(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized(), view.dividers())));
            autosave.forget();
            stage.close();
        }
    }

    @Override
    public void recipes() {
        recipes.show();
    }

    @Override
    public void advisor() {
        advisor.show();
    }

    @Override
    public void importScript() {
        scripts.show();
    }

    @Override
    public void importScript(Path file) {
        scripts.show(file);
    }

    @Override
    public void shortcuts() {
        shortcuts.show();
    }

    @Override
    public void about() {
        String version = getClass().getPackage().getImplementationVersion();
        dialogs.inform(get("app.about.title"), get("app.about.text", "Annealer " + (version == null ? "" : version)));
    }

    private void acceptFile(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void openDropped(DragEvent event) {
        boolean hasFiles = event.getDragboard().hasFiles();
        event.setDropCompleted(hasFiles);
        event.consume();
        if (hasFiles) {
            opened.open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
    }

    @Override
    public void showFinder() {
        view.showFinder();
    }

    /// The document that is edited, for those who drive the window.
    public Session session() {
        return session;
    }
}
