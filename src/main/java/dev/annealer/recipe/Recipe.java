package dev.annealer.recipe;

import dev.annealer.document.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A published schedule.
///
/// @param id also the name of its file
/// @param model recipes of one model can be held side by side
/// @param modern the id of a more recent recipe for the same model; empty where there is none
/// @param stated what the document can't say of itself, by the name of the fact: a batch in tokens, the name of a curve
/// @param batchRule how its authors scale the rate with the batch; empty where they don't say
/// @param notes what differs from the source, and which numbers were not read there
/// @param published without name and notes, see {@link #document()}
public record Recipe(
        String id,
        String title,
        String model,
        int year,
        Status status,
        String source,
        List<String> tags,
        Optional<String> modern,
        Map<Fact, String> stated,
        Optional<BatchRule> batchRule,
        String notes,
        Document published) {
    public Recipe {
        tags = List.copyOf(tags);
        stated = Map.copyOf(stated);
    }

    /// The document to open: its name is the title, and its notes say where it is from.
    public Document document() {
        String origin = "Source: " + source + " (" + year + "). " + status.sentence() + " " + notes;
        return published.withName(title).withNotes(origin);
    }

    /// Whether every word of `words` occurs in the title, the model, the optimizer, the tags, the source or the year.
    boolean matches(String words) {
        String text = Stream.concat(
                        Stream.of(title, model, published.optimizer().type(), source, Integer.toString(year), status.name()),
                        tags.stream())
                .map(Words::plain)
                .collect(Collectors.joining(" "));
        return Words.of(words).allMatch(text::contains);
    }
}
