package dev.annealer.ui.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Questions to the person in front of the window; tests answer them without one.
public interface Dialogs {
    /// An answer to choose, by its text. The first is what Enter does, the last what Escape does.
    record Question(String title, String text, List<String> answers) {
        public Question {
            answers = List.copyOf(answers);
        }
    }

    /// A kind of file to choose: `Documents`, `*.json`.
    record FileKind(String name, List<String> patterns) {
        public FileKind {
            patterns = List.copyOf(patterns);
        }
    }

    /// The chosen answer's position.
    int ask(Question question);

    /// Something worth knowing.
    void inform(String title, String text);

    /// A line of text; empty where the question was given up.
    Optional<String> askText(String title, String label, String suggested);

    /// What went wrong and what to do.
    void error(String title, String text);

    Optional<Path> chooseToOpen(String title, List<FileKind> kinds);

    /// @param suggested the file name to begin with
    Optional<Path> chooseToSave(String title, String suggested, List<FileKind> kinds);

    Optional<Path> chooseFolder(String title);
}
