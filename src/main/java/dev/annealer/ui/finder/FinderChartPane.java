package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.chart.ChartPalette;
import dev.annealer.chart.FinderChart;
import dev.annealer.chart.FinderCurve;
import dev.annealer.chart.FinderPicture;
import dev.annealer.chart.FinderView;
import dev.annealer.chart.ImageSize;
import dev.annealer.document.Numbers;
import dev.annealer.ui.chart.ChartGestures;
import dev.annealer.ui.chart.ChartPicture;
import java.awt.geom.Rectangle2D;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleEdge;

/// The chart of the range tests, with its crosshair and the own pick.
final class FinderChartPane extends Pane {
    private final FinderViewModel model;
    private final ObservableValue<Boolean> dark;
    private final ChartPicture picture = new ChartPicture(this, this::draw);
    private final FinderCrosshair crosshair;
    private final OwnPickHandle handle;
    private final Label empty = new Label(get("finder.chart.hidden"));

    FinderChartPane(FinderViewModel model, ObservableValue<Boolean> dark) {
        this.model = model;
        this.dark = dark;
        crosshair = new FinderCrosshair(model.navigation());
        handle = new OwnPickHandle(model, crosshair);
        getStyleClass().addAll("chart-pane", "finder-chart");
        empty.getStyleClass().add("chart-empty");
        getChildren().addAll(picture, crosshair.box(), empty, handle);
        setFocusTraversable(true);
        setMinSize(240, 150);
        new ChartGestures(this, crosshair, model.navigation()).install();
        model.pictureProperty().subscribe(_ -> picture.requestDraw());
        dark.subscribe(_ -> picture.requestDraw());
    }

    /// What is shown, as a chart for a picture of another size.
    JFreeChart build(ImageSize size) {
        FinderPicture shown = model.pictureProperty().get();
        if (shown == null) {
            throw new IllegalStateException("there is no picture to build");
        }
        return build(shown, size.width(), size.height());
    }

    private JFreeChart build(FinderPicture shown, double width, double height) {
        return new FinderChart(ChartPalette.of(dark.getValue())).build(shown, width, height);
    }

    private void draw() {
        FinderPicture shown = model.pictureProperty().get();
        empty.setVisible(shown == null);
        if (shown == null) {
            picture.clear();
            crosshair.hide();
            handle.setVisible(false);
            return;
        }
        JFreeChart chart = build(shown, getWidth(), getHeight());
        ChartRenderingInfo info = picture.show(chart);
        Rectangle2D losses = info.getPlotInfo().getSubplotInfo(0).getDataArea();
        Rectangle2D lowest = info.getPlotInfo().getSubplotInfo(info.getPlotInfo().getSubplotCount() - 1).getDataArea();
        crosshair.place(shown, losses, lowest.getMaxY());
        placeHandle(shown, losses, ((CombinedDomainXYPlot) chart.getPlot()).getSubplots().getFirst().getRangeAxis());
        setAccessibleText(describe(shown));
    }

    private void placeHandle(FinderPicture shown, Rectangle2D losses, ValueAxis axis) {
        FinderCurve curve = shown.curves().getFirst();
        FinderView view = shown.view();
        model.ownPick()
                .filter(pick -> curve.positionOf(pick.index()) >= view.from() && curve.positionOf(pick.index()) <= view.to())
                .ifPresentOrElse(
                        pick -> {
                            double y = axis.valueToJava2D(curve.smoothedLossAt(pick.lr()), losses, RectangleEdge.LEFT);
                            double inside = Math.clamp(y, losses.getMinY(), losses.getMaxY());
                            handle.place(curve.positionOf(pick.index()), pick.lr(), inside);
                        },
                        () -> handle.setVisible(false));
    }

    /// The curve in words, for those who do not see it.
    private static String describe(FinderPicture shown) {
        FinderCurve curve = shown.curves().getFirst();
        double[] lr = curve.sweep().lr();
        return get(
                "finder.chart.description",
                Integer.toString(lr.length),
                curve.name(),
                Numbers.format(lr[0], 3),
                Numbers.format(lr[lr.length - 1], 3),
                String.join(" ", curve.analysis().verdict()));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        empty.autosize();
        empty.relocate((getWidth() - empty.getWidth()) / 2, (getHeight() - empty.getHeight()) / 2);
    }
}
