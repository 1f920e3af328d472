package dev.annealer.ui.chart;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Mouse and keys: the wheel zooms about the pointer, a drag selects what to zoom into (with Shift or the middle button it
/// pans), a double click shows everything; arrows move the crosshair, `+` `-` `0` zoom.
final class ChartGestures {
    private static final double WHEEL_STEP = 1.0015;
    private static final double KEY_STEP = 1.4;
    private static final double LEAST_SELECTION = 6;

    private final ChartPane pane;
    private final ChartViewModel model;
    private final Rectangle selection = new Rectangle();
    private double pressedAt;
    private double lastX;
    private boolean pans;

    ChartGestures(ChartPane pane, ChartViewModel model) {
        this.pane = pane;
        this.model = model;
        selection.getStyleClass().add("chart-selection");
        selection.setManaged(false);
        selection.setMouseTransparent(true);
        selection.setVisible(false);
    }

    void install() {
        pane.getChildren().add(selection);
        pane.setCursor(Cursor.CROSSHAIR);
        pane.setOnMouseMoved(event -> model.hover(pane.stepAt(event.getX())));
        pane.setOnMouseExited(_ -> model.leave());
        pane.setOnMousePressed(this::press);
        pane.setOnMouseDragged(this::drag);
        pane.setOnMouseReleased(_ -> release());
        pane.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                model.resetZoom();
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
            model.pan((lastX - event.getX()) / pane.plotWidth());
            lastX = event.getX();
            return;
        }
        double x = Math.clamp(event.getX(), 0, pane.getWidth());
        selection.setX(Math.min(pressedAt, x));
        selection.setY(0);
        selection.setWidth(Math.abs(x - pressedAt));
        selection.setHeight(pane.getHeight());
        selection.setVisible(selection.getWidth() >= LEAST_SELECTION);
        model.hover(pane.stepAt(event.getX()));
    }

    private void release() {
        if (selection.isVisible()) {
            selection.setVisible(false);
            model.show(pane.stepAt(selection.getX()), pane.stepAt(selection.getX() + selection.getWidth()) + 1);
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            model.pan(-delta / pane.plotWidth());
        } else {
            model.zoom(Math.pow(WHEEL_STEP, -event.getDeltaY()), pane.stepAt(event.getX()));
        }
        event.consume();
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean handled = true;
        long stride = event.isShiftDown() ? Math.max(1, Math.round(pane.stepAt(20) - pane.stepAt(0))) : 1;
        switch (event.getCode()) {
            case LEFT -> model.moveCrosshair(-stride);
            case RIGHT -> model.moveCrosshair(stride);
            case PAGE_UP -> model.pan(-0.5);
            case PAGE_DOWN -> model.pan(0.5);
            case HOME -> model.reveal(0);
            case END -> model.revealEnd();
            case PLUS, EQUALS, ADD -> model.zoom(1 / KEY_STEP);
            case MINUS, SUBTRACT -> model.zoom(KEY_STEP);
            case DIGIT0, NUMPAD0, ESCAPE -> model.resetZoom();
            default -> handled = false;
        }
        if (handled && event.getCode() != KeyCode.UNDEFINED) {
            event.consume();
        }
    }
}
