package dev.annealer.advisor;

import dev.annealer.document.Document;
import java.util.List;

/// A schedule for a training, and why it is this one.
///
/// @param document whole: it compiles, and is ready to be opened
/// @param reasons the most important first
public record Advice(Document document, List<Reason> reasons) {
    public Advice {
        reasons = List.copyOf(reasons);
    }
}
