package dev.annealer.ui.support;

import javafx.scene.input.ClipboardContent;

/// Where copied text goes.
public interface Clipboard {
    void putText(String text);

    /// The desktop's.
    static Clipboard system() {
        return text -> {
            var content = new ClipboardContent();
            content.putString(text);
            javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
        };
    }
}
