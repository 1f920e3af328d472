package dev.annealer.testing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TabPane;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Waits for windows.
public final class Windows {
    private Windows() {}

    /// Until the main window has what it makes only after its first frame: the panes at its side, and last the dry run.
    public static void awaitWhole(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(".checkpoints").tryQuery().isPresent()
                && robot.lookup(".main-tabs").<TabPane>query().getTabs().getFirst().getContent() != null);
    }
}
