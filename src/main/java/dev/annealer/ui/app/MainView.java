package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the window is divided: the chain, the chart above its tabs, and what follows from the schedule.
final class MainView extends BorderPane {
    private static final double CHAIN_WIDTH = 350;
    private static final double SIDE_WIDTH = 265;
    /// As many as there are: what is left is for the findings.
    private static final double CHECKPOINTS_HEIGHT = 256;
    private static final double CHART_SHARE = 0.6;
    /// The finder is a chart itself and needs the room.
    private static final double CHART_SHARE_BESIDE_FINDER = 0.34;

    /// The features' views. What the first frame does without is made when it is first seen.
    record Parts(
            Region chain,
            Region chart,
            Supplier<Region> dryRun,
            Supplier<Region> finder,
            Supplier<Region> export,
            Supplier<Region> findings,
            Supplier<Region> checkpoints) {}

    private final SplitPane columns;
    private final SplitPane middle;
    private final TabPane tabs;
    private final Tab dryRun = new Tab(get("pane.dry-run"));
    private final Tab finder;
    private final SplitPane side = new SplitPane();
    private final Parts parts;
    private double chartShare = CHART_SHARE;
    private double chartShareBesideFinder = CHART_SHARE_BESIDE_FINDER;

    MainView(Node menu, Node toolBar, Parts parts, Node status) {
        getStyleClass().add("main-view");
        finder = tab("pane.finder", parts.finder());
        this.parts = parts;
        tabs = tabs(dryRun, finder, tab("pane.export", parts.export()));
        middle = new SplitPane(parts.chart(), tabs);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(CHART_SHARE);
        tabs.getSelectionModel().selectedItemProperty().subscribe((before, now) -> divide(before == finder, now == finder));
        side.setOrientation(Orientation.VERTICAL);
        columns = new SplitPane(parts.chain(), middle, side);
        SplitPane.setResizableWithParent(parts.chain(), false);
        SplitPane.setResizableWithParent(side, false);
        setTop(new VBox(menu, toolBar));
        setCenter(columns);
        setBottom(status);
    }

    private static TabPane tabs(Tab... all) {
        var tabs = new TabPane(all);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().addAll(Styles.DENSE, "main-tabs");
        tabs.setMinHeight(80);
        tabs.setAccessibleText(get("pane.tabs"));
        return tabs;
    }

    private static Tab tab(String key, Supplier<Region> content) {
        var tab = new Tab(get(key));
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
        return tab;
    }

    private void divide(boolean wasFinder, boolean isFinder) {
        if (wasFinder == isFinder) {
            return;
        }
        double position = middle.getDividerPositions()[0];
        chartShare = wasFinder ? chartShare : position;
        chartShareBesideFinder = wasFinder ? position : chartShareBesideFinder;
        middle.setDividerPositions(isFinder ? chartShareBesideFinder : chartShare);
    }

    /// Makes what follows from the schedule: the first frame would wait for its hundred labels.
    void fillSide() {
        Region checkpoints = parts.checkpoints().get();
        checkpoints.setMaxHeight(CHECKPOINTS_HEIGHT);
        SplitPane.setResizableWithParent(checkpoints, false);
        side.getItems().setAll(parts.findings().get(), checkpoints);
        side.setDividerPositions(1 - CHECKPOINTS_HEIGHT / Math.max(side.getHeight(), 2 * CHECKPOINTS_HEIGHT));
    }

    /// Makes what stands in the tab that is chosen from the beginning: the first frame would wait for its table.
    void fillDryRun() {
        dryRun.setContent(parts.dryRun().get());
    }

    void showFinder() {
        tabs.getSelectionModel().select(finder);
    }

    /// The side panes as wide as they are made for, in a window of this width.
    void resetDividers(double width) {
        columns.setDividerPositions(CHAIN_WIDTH / width, 1 - SIDE_WIDTH / width);
    }

    /// Shares of the width before the second and the third column, and of the height before the tabs.
    List<Double> dividers() {
        double[] across = columns.getDividerPositions();
        return List.of(across[0], across[1], isFinderShown() ? chartShare : middle.getDividerPositions()[0]);
    }

    void setDividers(List<Double> dividers) {
        if (dividers.size() == 3) {
            columns.setDividerPositions(dividers.get(0), dividers.get(1));
            chartShare = dividers.get(2);
            if (!isFinderShown()) {
                middle.setDividerPositions(chartShare);
            }
        }
    }

    private boolean isFinderShown() {
        return tabs.getSelectionModel().getSelectedItem() == finder;
    }
}
