package dev.annealer.recipe;

import dev.annealer.document.Document;
import java.util.List;

/// A recipe made to fit another run.
///
/// @param document whose notes end with the changes
/// @param changes what was scaled and by which rule, a sentence each; empty where nothing was
public record Scaled(Document document, List<String> changes) {
    public Scaled {
        changes = List.copyOf(changes);
    }
}
