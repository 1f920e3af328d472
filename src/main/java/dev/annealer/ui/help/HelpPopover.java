package dev.annealer.ui.help;

import dev.annealer.ui.support.Background;
import dev.annealer.ui.support.FxBackground;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Screen;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/// Shows help beside what it is about.
public final class HelpPopover {
    private static final String HAS_HELP = "has-help";
    private static final Background BACKGROUND = new FxBackground();
    private static final Duration QUICKLY = Duration.millis(90);

    private HelpPopover() {}

    /// A click elsewhere or Escape takes it away again. The first time its texts are read and its curves worked out, which is
    /// more than a frame.
    public static void show(Node owner, HelpTopic topic) {
        BACKGROUND.run(_ -> HelpContents.of(topic), content -> show(owner, content), HelpPopover::fail);
    }

    private static void fail(Exception e) {
        throw new IllegalStateException("help", e);
    }

    private static void show(Node owner, HelpContent content) {
        boolean isGone = owner.getScene() == null || owner.getScene().getWindow() == null;
        if (isGone) {
            return;
        }
        var popOver = new PopOver(new HelpCard(content));
        popOver.setDetachable(false);
        popOver.setAutoHide(true);
        popOver.setHideOnEscape(true);
        popOver.setArrowLocation(arrowAt(owner));
        popOver.setFadeInDuration(QUICKLY);
        popOver.setFadeOutDuration(QUICKLY);
        popOver.show(owner);
    }

    /// On the side where there is room: the help covers nothing that it is about.
    private static PopOver.ArrowLocation arrowAt(Node owner) {
        Bounds place = owner.localToScreen(owner.getBoundsInLocal());
        Rectangle2D screen = Screen.getScreensForRectangle(place.getMinX(), place.getMinY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        boolean isRoomOnTheRight = screen.getMaxX() - place.getMaxX() >= place.getMinX() - screen.getMinX();
        return isRoomOnTheRight ? PopOver.ArrowLocation.LEFT_TOP : PopOver.ArrowLocation.RIGHT_TOP;
    }

    /// F1 anywhere in `control` shows the help for `topic`.
    public static void onF1(Node control, HelpTopic topic) {
        control.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1) {
                show(control, topic);
                event.consume();
            }
        });
    }

    /// F1 anywhere in `control`, or a click on `name`, which says so when the pointer is over it.
    public static void on(Node control, Label name, HelpTopic topic) {
        onF1(control, topic);
        name.getStyleClass().add(HAS_HELP);
        name.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                show(name, topic);
                event.consume();
            }
        });
    }
}
