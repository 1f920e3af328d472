package dev.annealer.ui.chart;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Mouse and keys: the wheel zooms about the pointer, a drag selects what to zoom into (with Shift or the middle button it
/// pans), a double click shows everything; arrows move the crosshair, `+` `-` `0` zoom.
public final class ChartGestures {
    private static final double WHEEL_STEP = 1.0015;
    private static final double KEY_STEP = 1.4;
    private static final double LEAST_SELECTION = 6;
    private static final double STRIDE = 20;

    private final Pane pane;
    private final PlotGeometry plot;
    private final ChartNavigation navigation;
    private final Rectangle selection = new Rectangle();
    private double pressedAt;
    private double lastX;
    private boolean pans;

    /// @param pane where they are made
    public ChartGestures(Pane pane, PlotGeometry plot, ChartNavigation navigation) {
        this.pane = pane;
        this.plot = plot;
        this.navigation = navigation;
        selection.getStyleClass().add("chart-selection");
        selection.setManaged(false);
        selection.setMouseTransparent(true);
        selection.setVisible(false);
    }

    public void install() {
        pane.getChildren().add(selection);
        pane.setCursor(Cursor.CROSSHAIR);
        pane.setOnMouseMoved(event -> navigation.hover(plot.positionAt(event.getX())));
        pane.setOnMouseExited(_ -> navigation.leave());
        pane.setOnMousePressed(this::press);
        pane.setOnMouseDragged(this::drag);
        pane.setOnMouseReleased(_ -> release());
        pane.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                navigation.resetZoom();
            }
        });
        pane.setOnScroll(this::scroll);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(MouseEvent event) {
        ((Region) event.getSource()).requestFocus();
        pressedAt = event.getX();
        lastX = event.getX();
        pans = event.isShiftDown() || event.getButton() == MouseButton.MIDDLE;
    }

    private void drag(MouseEvent event) {
        if (pans) {
            navigation.pan((lastX - event.getX()) / plot.plotWidth());
            lastX = event.getX();
            return;
        }
        double x = Math.clamp(event.getX(), 0, pane.getWidth());
        selection.setX(Math.min(pressedAt, x));
        selection.setY(0);
        selection.setWidth(Math.abs(x - pressedAt));
        selection.setHeight(pane.getHeight());
        selection.setVisible(selection.getWidth() >= LEAST_SELECTION);
        navigation.hover(plot.positionAt(event.getX()));
    }

    private void release() {
        if (selection.isVisible()) {
            selection.setVisible(false);
            navigation.select(plot.positionAt(selection.getX()), plot.positionAt(selection.getX() + selection.getWidth()));
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            navigation.pan(-delta / plot.plotWidth());
        } else {
            navigation.zoom(Math.pow(WHEEL_STEP, -event.getDeltaY()), plot.positionAt(event.getX()));
        }
        event.consume();
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean handled = true;
        long stride = event.isShiftDown() ? navigation.stride(plot.positionAt(STRIDE) - plot.positionAt(0)) : 1;
        switch (event.getCode()) {
            case LEFT -> navigation.moveCrosshair(-stride);
            case RIGHT -> navigation.moveCrosshair(stride);
            case PAGE_UP -> navigation.pan(-0.5);
            case PAGE_DOWN -> navigation.pan(0.5);
            case HOME -> navigation.revealStart();
            case END -> navigation.revealEnd();
            case PLUS, EQUALS, ADD -> navigation.zoom(1 / KEY_STEP);
            case MINUS, SUBTRACT -> navigation.zoom(KEY_STEP);
            case DIGIT0, NUMPAD0, ESCAPE -> navigation.resetZoom();
            default -> handled = false;
        }
        if (handled && event.getCode() != KeyCode.UNDEFINED) {
            event.consume();
        }
    }
}
