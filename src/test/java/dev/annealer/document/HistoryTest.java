package dev.annealer.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Document EMPTY = new Document(
            Training.EMPTY, Optimizer.of("SGD", Input.of(0.1)), new ScheduleSpec(StepUnit.EPOCH, List.of()));

    private final History history = new History(EMPTY);

    private static Document named(String name) {
        return EMPTY.withName(name);
    }

    @Test
    void undoesAndRedoesByName() {
        history.push("rename", named("a"), null);
        history.push("rename again", named("b"), null);

        assertThat(history.undoLabel()).contains("rename again");
        assertThat(history.undo()).isTrue();
        assertThat(history.current()).isEqualTo(named("a"));
        assertThat(history.redoLabel()).contains("rename again");
        assertThat(history.undo()).isTrue();
        assertThat(history.current()).isEqualTo(EMPTY);
        assertThat(history.undo()).isFalse();
        assertThat(history.redo()).isTrue();
        assertThat(history.redo()).isTrue();
        assertThat(history.redo()).isFalse();
        assertThat(history.current()).isEqualTo(named("b"));
    }

    @Test
    void mergesTheEditsOfOneDrag() {
        history.push("drag", named("a"), "knob");
        history.push("drag", named("b"), "knob");
        history.push("drag", named("c"), "knob");

        history.undo();
        assertThat(history.current()).isEqualTo(EMPTY);
        history.redo();
        assertThat(history.current()).isEqualTo(named("c"));
    }

    @Test
    void keepsTwoDragsOfOneKnobApart() {
        history.push("drag", named("a"), "knob");
        history.endMerge();
        history.push("drag", named("b"), "knob");

        history.undo();
        assertThat(history.current()).isEqualTo(named("a"));
    }

    @Test
    void doesNotMergeIntoWhatWasUndoneTo() {
        history.push("drag", named("a"), "knob");
        history.push("other", named("b"), null);
        history.undo();
        history.push("drag", named("c"), "knob");

        history.undo();
        assertThat(history.current()).isEqualTo(named("a"));
    }

    @Test
    void forgetsWhatWasUndoneWhenSomethingNewIsDone() {
        history.push("first", named("a"), null);
        history.undo();
        history.push("second", named("b"), null);

        assertThat(history.redoLabel()).isEmpty();
        history.undo();
        assertThat(history.current()).isEqualTo(EMPTY);
    }

    @Test
    void anEditThatChangesNothingIsNone() {
        history.push("nothing", named(""), null);
        assertThat(history.undoLabel()).isEmpty();
    }
}
