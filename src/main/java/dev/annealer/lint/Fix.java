package dev.annealer.lint;

import dev.annealer.document.Document;
import java.util.function.UnaryOperator;

/// An edit of the document that mends a finding: one undoable step after which the rule is silent.
///
/// @param label what it does, as the button and the undo command name it: `let T_max follow the stage`
public record Fix(String label, UnaryOperator<Document> edit) {}
