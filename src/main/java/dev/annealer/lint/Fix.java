package dev.annealer.lint;

import dev.annealer.document.Document;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Stage;
import java.util.function.UnaryOperator;

/// An edit of the document that mends a finding: one undoable step after which the rule is silent.
///
/// @param label what it does, as the button and the undo command name it: `let T_max follow the stage`
public record Fix(String label, UnaryOperator<Document> edit) {
    /// An edit of one stage.
    ///
    /// @param index the stage's position in the document
    public static Fix ofStage(String label, int index, UnaryOperator<Stage> edit) {
        return new Fix(label, document -> document.withSchedule(document.schedule().withStage(index, edit)));
    }

    /// An edit of one stage's parameters.
    public static Fix ofScheduler(String label, int index, UnaryOperator<SchedulerSpec> edit) {
        return ofStage(label, index, stage -> stage.withScheduler(edit.apply(stage.scheduler())));
    }
}
