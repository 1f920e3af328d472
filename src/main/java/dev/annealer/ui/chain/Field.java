package dev.annealer.ui.chain;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Place;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One typed number or text of the document, and how to change it.
///
/// @param label as the undo command names it: `T_max`
record Field(Place place, String label, Function<Document, Input> read, BiFunction<Document, Input, Document> write) {}
