package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.recipe.Recipe;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.preferences.ThemeChoice;
import java.nio.file.Path;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// The menu bar.
final class MainMenu {
    private final Commands commands;
    private final DocumentFiles files;
    private final Appearance appearance;
    private final ChartViewModel chart;
    private final Comparing comparing;

    MainMenu(Commands commands, DocumentFiles files, Appearance appearance, ChartViewModel chart, Comparing comparing) {
        this.commands = commands;
        this.files = files;
        this.appearance = appearance;
        this.chart = chart;
        this.comparing = comparing;
    }

    MenuBar build() {
        var bar = new MenuBar(fileMenu(), editMenu(), viewMenu(), helpMenu());
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private Menu fileMenu() {
        var menu = new Menu(get("menu.file"));
        menu.getItems().addAll(
                item(commands.newDocument),
                item(commands.open),
                recentMenu(),
                item(commands.recipes),
                item(commands.advisor),
                item(commands.importRun),
                item(commands.importScript),
                new SeparatorMenuItem(),
                item(commands.save),
                item(commands.saveAs),
                new SeparatorMenuItem(),
                item(commands.saveChart),
                item(commands.copyChart),
                new SeparatorMenuItem(),
                item(commands.quit));
        return menu;
    }

    private Menu recentMenu() {
        var menu = new Menu(get("menu.recent"));
        files.recent().addListener((ListChangeListener<Path>) _ -> fillRecent(menu));
        fillRecent(menu);
        return menu;
    }

    private void fillRecent(Menu menu) {
        menu.getItems().clear();
        for (Path path : files.recent()) {
            var item = new MenuItem(path.getFileName() + "  —  " + path.getParent());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> files.open(path));
            menu.getItems().add(item);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item(commands.clearRecent));
        menu.setDisable(files.recent().isEmpty());
    }

    private Menu editMenu() {
        var menu = new Menu(get("menu.edit"));
        menu.getItems().addAll(item(commands.undo), item(commands.redo));
        return menu;
    }

    private Menu viewMenu() {
        var logarithmic = new CheckMenuItem(get("command.log-scale"));
        logarithmic.selectedProperty().bindBidirectional(chart.logarithmicProperty());
        var recipes = new Menu(get("menu.compare-recipe"));
        recipes.setDisable(true);
        var menu = new Menu(get("menu.view"));
        menu.getItems().addAll(
                logarithmic,
                item(commands.resetZoom),
                new SeparatorMenuItem(),
                item(commands.compare),
                recipes,
                item(commands.stopComparing),
                new SeparatorMenuItem(),
                themeMenu());
        menu.setOnShowing(_ -> fill(recipes));
        return menu;
    }

    /// A start does not pay for the catalogue: it is read when the menu around this one is first shown. What is shown already
    /// would not grow with its items, so it can't be opened without them.
    private void fill(Menu recipesToCompare) {
        if (recipesToCompare.getItems().isEmpty()) {
            comparing.recipes(recipes -> {
                recipesToCompare.getItems().setAll(recipes.stream().map(this::recipe).toList());
                recipesToCompare.setDisable(false);
            });
        }
    }

    private MenuItem recipe(Recipe recipe) {
        var item = new MenuItem(recipe.title());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> comparing.with(recipe));
        return item;
    }

    private Menu themeMenu() {
        var menu = new Menu(get("menu.theme"));
        var group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            var item = new RadioMenuItem(get("theme." + choice.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setOnAction(_ -> appearance.choose(choice));
            appearance.choiceProperty().subscribe(chosen -> item.setSelected(chosen == choice));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu helpMenu() {
        var menu = new Menu(get("menu.help"));
        menu.getItems().addAll(item(commands.shortcuts), item(commands.about));
        return menu;
    }

    static MenuItem item(Command command) {
        var item = new MenuItem();
        item.textProperty().bind(command.text());
        item.disableProperty().bind(command.unavailable());
        command.key().ifPresent(item::setAccelerator);
        item.setOnAction(_ -> command.action().run());
        return item;
    }
}
