package dev.annealer.schedule;

import dev.annealer.document.Problem;
import java.util.List;
import java.util.Optional;

/// What became of a document.
public sealed interface Compilation {
    record Compiled(Schedule schedule) implements Compilation {}

    /// @param problems at least one
    record Refused(List<Problem> problems) implements Compilation {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    default Optional<Schedule> compiled() {
        return switch (this) {
            case Compiled(Schedule schedule) -> Optional.of(schedule);
            case Refused _ -> Optional.empty();
        };
    }

    /// Empty for a compiled document.
    default List<Problem> problems() {
        return switch (this) {
            case Compiled _ -> List.of();
            case Refused(List<Problem> problems) -> problems;
        };
    }
}
