package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The controls of a panel: they write into the session, and read it again whenever it changes. A form is thrown away with
/// its controls when the document's shape changes.
final class Form {
    private final Session session;
    private final List<Runnable> readers = new ArrayList<>();
    private boolean reading;

    Form(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    /// Has `reader` take the document into its control, now and after every change.
    void onRead(Runnable reader) {
        readers.add(reader);
        run(reader);
    }

    void read() {
        readers.forEach(this::run);
    }

    private void run(Runnable reader) {
        boolean before = reading;
        reading = true;
        try {
            reader.run();
        } finally {
            reading = before;
        }
    }

    /// Writes one field; edits of the same field that follow each other are one undo step.
    void write(Field field, String text) {
        var input = new Input(text);
        if (!reading && !field.read().apply(session.document()).equals(input)) {
            session.edit(get("edit.change", field.label()), field.place(), document -> field.write().apply(document, input));
        }
    }

    /// An edit of its own, from a control that is not being read into.
    void edit(String label, UnaryOperator<Document> change) {
        if (!reading) {
            session.edit(label, change);
        }
    }
}
