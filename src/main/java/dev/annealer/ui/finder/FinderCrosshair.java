package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.chart.FinderCurve;
import dev.annealer.chart.FinderPicture;
import dev.annealer.chart.FinderView;
import dev.annealer.document.Numbers;
import dev.annealer.ui.chart.CrosshairBox;
import dev.annealer.ui.chart.PlotGeometry;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The crosshair at a point of the run that is looked at.
final class FinderCrosshair implements PlotGeometry {
    private static final int DIGITS = 7;
    private static final int FEWER_DIGITS = 4;

    private final FinderNavigation navigation;
    private final CrosshairBox box = new CrosshairBox();
    private @Nullable FinderPicture picture;
    private Rectangle2D loss = new Rectangle2D.Double();
    private double bottom;

    FinderCrosshair(FinderNavigation navigation) {
        this.navigation = navigation;
        navigation.hoverPointProperty().subscribe(_ -> update());
    }

    CrosshairBox box() {
        return box;
    }

    /// @param lossArea where the losses are plotted
    /// @param lowest where the lowest plot ends
    void place(FinderPicture drawn, Rectangle2D lossArea, double lowest) {
        picture = drawn;
        loss = lossArea;
        bottom = lowest;
        update();
    }

    void hide() {
        picture = null;
        box.hide();
    }

    private FinderView view() {
        return navigation.viewProperty().get();
    }

    @Override
    public double plotWidth() {
        return Math.max(1, loss.getWidth());
    }

    @Override
    public double positionAt(double x) {
        return view().from() + (x - loss.getX()) / plotWidth() * (view().to() - view().from());
    }

    /// The pixel of a position on the horizontal axis.
    double xAt(double position) {
        return loss.getX() + (position - view().from()) / (view().to() - view().from()) * plotWidth();
    }

    private void update() {
        FinderPicture drawn = picture;
        int point = navigation.hoverPointProperty().get();
        if (drawn == null || drawn.curves().isEmpty() || point == FinderNavigation.NOWHERE) {
            box.hide();
            return;
        }
        FinderCurve curve = drawn.curves().getFirst();
        double position = point < curve.sweep().size() ? curve.positionOf(point) : Double.NaN;
        if (position >= view().from() && position <= view().to()) {
            box.show(xAt(position), loss.getY(), bottom, loss.getMaxX(), texts(drawn, curve, point));
        } else {
            box.hide();
        }
    }

    private static List<String> texts(FinderPicture drawn, FinderCurve curve, int point) {
        var texts = new ArrayList<String>();
        if (drawn.curves().size() > 1) {
            texts.add(curve.name());
        }
        texts.add(get("finder.crosshair.lr", Numbers.format(curve.sweep().lr()[point], DIGITS)));
        texts.add(get("finder.crosshair.loss", Numbers.format(curve.sweep().loss()[point], DIGITS)));
        if (curve.analysis().beta() > 0) {
            texts.add(get("finder.crosshair.smoothed", Numbers.format(curve.analysis().smoothed()[point], DIGITS)));
        }
        texts.add(get("finder.crosshair.slope", Numbers.format(curve.analysis().derivative()[point], FEWER_DIGITS)));
        texts.add(get("finder.crosshair.row", Integer.toString(curve.sweep().rows()[point])));
        return texts;
    }
}
