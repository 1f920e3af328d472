package dev.annealer;

import dev.annealer.cli.Annealer;
import dev.annealer.cli.CommandRehearsal;
import dev.annealer.cli.Preview;
import dev.annealer.ui.app.StarterDocument;
import dev.annealer.ui.app.WindowStart;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Command line or window: the arguments decide, and the command line never loads JavaFX.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws IOException {
        // The charts are drawn by AWT into memory; it must not look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        String rehearsal = System.getProperty(CommandRehearsal.COMMANDS);
        if (rehearsal != null) {
            int code = CommandRehearsal.run(Path.of(rehearsal), System.err);
            if (code != 0) {
                System.exit(code);
            }
        }
        if (!Annealer.asksForWindow(args)) {
            System.exit(Annealer.run(args, standardOutput(), System.err));
        }
        String platform = System.getProperty("glass.platform", "");
        if (!WindowStart.hasDisplay(System.getenv(), System.getProperty("os.name"), platform)) {
            System.exit(preview(args, "There is no display to open a window on."));
        }
        try {
            silenceClasspathWarning();
            WindowStart.open(args);
        } catch (UnsupportedOperationException e) {
            System.exit(preview(args, "The display can't be opened (" + e.getMessage() + ")."));
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            System.err.println("annealer: the window can't be opened: " + cause);
            System.exit(1);
        }
        System.exit(0);
    }

    /// System.out would swallow a full disk.
    private static OutputStream standardOutput() {
        return new FileOutputStream(FileDescriptor.out);
    }

    private static int preview(String[] args, String reason) {
        return new Preview(standardOutput(), System.err).show(args, StarterDocument.create(), reason);
    }

    /// JavaFX is used from the class path on purpose, and says at every start that it is not a module there.
    private static void silenceClasspathWarning() {
        java.util.logging.Logger.getLogger("javafx").setLevel(java.util.logging.Level.SEVERE);
    }
}
