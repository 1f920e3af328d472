package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Numbers;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A person's own pick, to be taken hold of: dragged along the curve, or moved by the arrow keys.
final class OwnPickHandle extends Region {
    private static final double SIZE = 18;
    private static final int STRIDE = 10;

    private final FinderViewModel model;
    private final FinderCrosshair geometry;

    OwnPickHandle(FinderViewModel model, FinderCrosshair geometry) {
        this.model = model;
        this.geometry = geometry;
        getStyleClass().add("own-pick");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setManaged(false);
        setCursor(Cursor.H_RESIZE);
        resize(SIZE, SIZE);
        setVisible(false);
        setOnMousePressed(event -> {
            requestFocus();
            event.consume();
        });
        setOnMouseDragged(this::drag);
        setOnMouseReleased(MouseEvent::consume);
        setOnMouseClicked(MouseEvent::consume);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void drag(MouseEvent event) {
        model.placeOwn(geometry.positionAt(getLayoutX() + event.getX()));
        event.consume();
    }

    private void press(KeyEvent event) {
        int by = event.isShiftDown() ? STRIDE : 1;
        boolean handled = true;
        switch (event.getCode()) {
            case LEFT, DOWN -> model.nudgeOwn(-by);
            case RIGHT, UP -> model.nudgeOwn(by);
            case DELETE, BACK_SPACE -> model.removeOwn();
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    /// @param y of the curve, in pixels
    void place(double position, double lr, double y) {
        relocate(geometry.xAt(position) - SIZE / 2, y - SIZE / 2);
        setAccessibleText(get("finder.picks.own.handle", Numbers.format(lr, 4)));
        setVisible(true);
    }
}
