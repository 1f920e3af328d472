package dev.annealer.testing;

import dev.annealer.ui.support.Dialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Dialogs that answer as a test says, and remember what was asked.
public final class Answers implements Dialogs {
    public final List<String> asked = new ArrayList<>();
    public int answer;
    public @Nullable Path file;

    @Override
    public int ask(Question question) {
        asked.add(question.title());
        return answer;
    }

    @Override
    public void inform(String title, String text) {
        asked.add(title);
    }

    @Override
    public Optional<String> askText(String title, String label, String suggested) {
        asked.add(title);
        return Optional.of(suggested);
    }

    @Override
    public void error(String title, String text) {
        asked.add(title + ": " + text);
    }

    @Override
    public Optional<Path> chooseToOpen(String title, List<FileKind> kinds) {
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> chooseToSave(String title, String suggested, List<FileKind> kinds) {
        asked.add(suggested);
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.ofNullable(file);
    }
}
