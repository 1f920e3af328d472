package dev.annealer.storage;

import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import java.util.List;

/// Why a document can't be read or written.
public final class DocumentException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /// @param problems at least one
    DocumentException(List<Problem> problems) {
        super(problems.getFirst().toString());
        this.problems = List.copyOf(problems);
    }

    /// Of the file as a whole.
    DocumentException(String message, String remedy) {
        this(List.of(new Problem(Place.DOCUMENT, message, remedy)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
